package org.boxtribute.server.product;

import static org.boxtribute.server.persistence.schema.Tables.STANDARD_PRODUCT;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import org.boxtribute.server.persistence.schema.tables.records.StandardProductRecord;
import org.jooq.DSLContext;

/** Statements about standard products. */
@Singleton
final class StandardProductRepository {
  private final DSLContext sql;

  StandardProductRepository(DSLContext sql) {
    this.sql = sql;
  }

  /** The standard products of the given ids, deprecated ones included. */
  Map<Integer, StandardProductRecord> byId(Collection<Integer> ids) {
    return sql.selectFrom(STANDARD_PRODUCT)
        .where(STANDARD_PRODUCT.ID.in(ids))
        .fetchMap(STANDARD_PRODUCT.ID);
  }
}
