package org.boxtribute.server.product;

import static org.boxtribute.server.persistence.schema.Tables.PRODUCT;
import static org.boxtribute.server.persistence.schema.Tables.PRODUCT_CATEGORY;
import static org.boxtribute.server.persistence.schema.Tables.SIZE_RANGE;
import static org.boxtribute.server.persistence.schema.Tables.STANDARD_PRODUCT;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boxtribute.server.graphql.paging.Page;
import org.boxtribute.server.graphql.paging.PageOrder;
import org.boxtribute.server.graphql.paging.PageRequest;
import org.boxtribute.server.graphql.paging.Pages;
import org.boxtribute.server.persistence.Transaction;
import org.boxtribute.server.persistence.schema.tables.records.StandardProductRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;

/** Statements about standard products. */
@Singleton
final class StandardProductRepository {
  private static final PageOrder<StandardProductRecord> ORDER = PageOrder.byId(STANDARD_PRODUCT.ID);

  private final DSLContext sql;
  private final DSLContext replica;

  StandardProductRepository(DSLContext sql, @Named("replica") DSLContext replica) {
    this.sql = sql;
    this.replica = replica;
  }

  /** The standard products of the given ids, deprecated ones included. */
  Map<Integer, StandardProduct> byId(Collection<Integer> ids) {
    return sql.selectFrom(STANDARD_PRODUCT)
        .where(STANDARD_PRODUCT.ID.in(ids))
        .fetchMap(StandardProductRecord::getId, StandardProduct::ofNoBase);
  }

  /** The standard product of an id, if there is one, deprecated or not. */
  Optional<StandardProduct> find(int id) {
    return sql.selectFrom(STANDARD_PRODUCT)
        .where(STANDARD_PRODUCT.ID.eq(id))
        .fetchOptional(StandardProduct::ofNoBase);
  }

  /** A page of the standard products of the newest version, and of the given ones. */
  Page<StandardProductRecord> newestAnd(Collection<Integer> ids, PageRequest request) {
    Condition newest =
        STANDARD_PRODUCT.VERSION.eq(
            select(max(STANDARD_PRODUCT.VERSION)).from(STANDARD_PRODUCT).asField());
    return Pages.page(
        sql, STANDARD_PRODUCT, newest.or(STANDARD_PRODUCT.ID.in(ids)), request, ORDER);
  }

  /** What the public may know of all standard products. */
  List<StandardProductInfo> published() {
    return replica
        .select(
            STANDARD_PRODUCT.ID,
            STANDARD_PRODUCT.NAME,
            PRODUCT_CATEGORY.NAME,
            SIZE_RANGE.LABEL,
            STANDARD_PRODUCT.GENDER,
            STANDARD_PRODUCT.VERSION)
        .from(STANDARD_PRODUCT)
        .join(PRODUCT_CATEGORY)
        .on(PRODUCT_CATEGORY.ID.eq(STANDARD_PRODUCT.CATEGORY_ID))
        .join(SIZE_RANGE)
        .on(SIZE_RANGE.ID.eq(STANDARD_PRODUCT.SIZE_RANGE_ID))
        .orderBy(STANDARD_PRODUCT.ID)
        .fetch(Records.mapping(StandardProductInfo::new));
  }

  /** The standard product of an id, if there is one, as a transaction sees it. */
  Optional<StandardProductRecord> find(Transaction transaction, int id) {
    return transaction
        .sql()
        .selectFrom(STANDARD_PRODUCT)
        .where(STANDARD_PRODUCT.ID.eq(id))
        .fetchOptional();
  }

  /** Those of the given standard products that are up to date and that a base has never had. */
  List<StandardProductRecord> neverEnabled(
      Transaction transaction, int base, Collection<Integer> ids) {
    return transaction
        .sql()
        .selectFrom(STANDARD_PRODUCT)
        .where(STANDARD_PRODUCT.ID.in(ids))
        .and(STANDARD_PRODUCT.SUPERCEDED_BY_PRODUCT_ID.isNull())
        .andNotExists(
            selectOne()
                .from(PRODUCT)
                .where(PRODUCT.BASE_ID.eq(base))
                .and(PRODUCT.STANDARD_PRODUCT_ID.eq(STANDARD_PRODUCT.ID)))
        .orderBy(STANDARD_PRODUCT.ID)
        .fetch();
  }
}
