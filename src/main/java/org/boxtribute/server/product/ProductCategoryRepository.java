package org.boxtribute.server.product;

import static org.boxtribute.server.persistence.schema.Tables.PRODUCT_CATEGORY;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boxtribute.server.persistence.Transaction;
import org.boxtribute.server.persistence.schema.tables.records.ProductCategoryRecord;
import org.jooq.DSLContext;

/** Statements about product categories. */
@Singleton
final class ProductCategoryRepository {
  private final DSLContext sql;

  ProductCategoryRepository(DSLContext sql) {
    this.sql = sql;
  }

  /** The categories of the given ids. */
  Map<Integer, ProductCategoryRecord> byId(Collection<Integer> ids) {
    return sql.selectFrom(PRODUCT_CATEGORY)
        .where(PRODUCT_CATEGORY.ID.in(ids))
        .fetchMap(PRODUCT_CATEGORY.ID);
  }

  /** The category of an id, if there is one. */
  Optional<ProductCategoryRecord> find(int id) {
    return sql.selectFrom(PRODUCT_CATEGORY).where(PRODUCT_CATEGORY.ID.eq(id)).fetchOptional();
  }

  /** All categories. */
  List<ProductCategoryRecord> all() {
    return sql.selectFrom(PRODUCT_CATEGORY).orderBy(PRODUCT_CATEGORY.ID).fetch();
  }

  /** Whether there is a category of an id. */
  boolean exists(Transaction transaction, int id) {
    return transaction.sql().fetchExists(PRODUCT_CATEGORY, PRODUCT_CATEGORY.ID.eq(id));
  }
}
