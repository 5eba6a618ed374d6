package org.boxtribute.server.product;

import static java.util.stream.Collectors.toMap;
import static org.boxtribute.server.persistence.Conditions.isNotDeleted;
import static org.boxtribute.server.persistence.schema.Tables.PRODUCT;
import static org.jooq.impl.DSL.noCondition;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.boxtribute.server.graphql.paging.Page;
import org.boxtribute.server.graphql.paging.PageOrder;
import org.boxtribute.server.graphql.paging.PageRequest;
import org.boxtribute.server.graphql.paging.Pages;
import org.boxtribute.server.persistence.Conditions;
import org.boxtribute.server.persistence.Transaction;
import org.boxtribute.server.persistence.schema.tables.records.ProductRecord;
import org.boxtribute.server.security.BaseScope;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Statements about products. */
@Singleton
public final class ProductRepository {
  private static final PageOrder<ProductRecord> ORDER = PageOrder.byId(PRODUCT.ID);

  private final DSLContext sql;

  ProductRepository(DSLContext sql) {
    this.sql = sql;
  }

  /** The products of the given ids, deleted ones included. */
  Map<Integer, ProductRecord> byId(Collection<Integer> ids) {
    return sql.selectFrom(PRODUCT).where(PRODUCT.ID.in(ids)).fetchMap(PRODUCT.ID);
  }

  /** The product of an id, if there is one, deleted or not. */
  public Optional<ProductRecord> find(int id) {
    return sql.selectFrom(PRODUCT).where(PRODUCT.ID.eq(id)).fetchOptional();
  }

  /**
   * A page of the products within a scope, deleted ones included.
   *
   * @param base the base that they belong to, or null for all bases
   */
  Page<ProductRecord> page(BaseScope scope, @Nullable Integer base, PageRequest request) {
    Condition ofBase = base == null ? noCondition() : PRODUCT.BASE_ID.eq(base);
    return Pages.page(
        sql, PRODUCT, Conditions.within(scope, PRODUCT.BASE_ID).and(ofBase), request, ORDER);
  }

  /** The same page of the products of each of the given categories, deleted ones included. */
  Map<Integer, Page<ProductRecord>> pagesOfCategories(
      Set<Integer> categories, BaseScope scope, PageRequest request) {
    return Pages.pages(
        sql,
        PRODUCT,
        PRODUCT.CATEGORY_ID,
        categories,
        Conditions.within(scope, PRODUCT.BASE_ID),
        request,
        ORDER);
  }

  /** The products of each of the given bases. */
  Map<Integer, List<ProductRecord>> ofBases(Set<Integer> bases, ProductFilter filter) {
    return sql.selectFrom(PRODUCT)
        .where(PRODUCT.BASE_ID.in(bases))
        .and(ofType(filter.type()))
        .and(filter.includeDeleted() ? noCondition() : isNotDeleted(PRODUCT.DELETED_ON))
        .orderBy(PRODUCT.ID)
        .fetchGroups(PRODUCT.BASE_ID, row -> row);
  }

  /**
   * The products by which a base has standard products enabled, by the standard product's id. Of
   * several for one standard product, which old data may have, it is the first.
   */
  Map<Integer, ProductRecord> enabledByStandardProduct(int base) {
    return sql
        .selectFrom(PRODUCT)
        .where(PRODUCT.BASE_ID.eq(base))
        .and(PRODUCT.STANDARD_PRODUCT_ID.isNotNull())
        .and(isNotDeleted(PRODUCT.DELETED_ON))
        .orderBy(PRODUCT.ID)
        .stream()
        .collect(
            toMap(
                ProductRecord::getStandardProductId, Function.identity(), (first, next) -> first));
  }

  /** Locks the product of an id, if there is one, deleted or not. */
  Optional<ProductRecord> lock(Transaction transaction, int id) {
    return transaction
        .sql()
        .selectFrom(PRODUCT)
        .where(PRODUCT.ID.eq(id))
        .forUpdate()
        .fetchOptional();
  }

  /** Locks those of the products that exist, deleted or not, against changes by others. */
  public Map<Integer, ProductRecord> lockForShare(Transaction transaction, Set<Integer> ids) {
    return transaction
        .sql()
        .selectFrom(PRODUCT)
        .where(PRODUCT.ID.in(ids))
        .orderBy(PRODUCT.ID)
        .forShare()
        .fetchMap(PRODUCT.ID);
  }

  /** Locks what a base has or had of a standard product, the most recently disabled one first. */
  List<ProductRecord> lockInstantiations(Transaction transaction, int base, int standardProduct) {
    return transaction
        .sql()
        .selectFrom(PRODUCT)
        .where(PRODUCT.BASE_ID.eq(base))
        .and(PRODUCT.STANDARD_PRODUCT_ID.eq(standardProduct))
        .orderBy(PRODUCT.DELETED_ON.desc(), PRODUCT.ID)
        .forUpdate()
        .fetch();
  }

  /** Stores a new product, and gives it back as it was stored. */
  ProductRecord insert(Transaction transaction, ProductRecord product) {
    return insert(transaction, List.of(product)).getFirst();
  }

  /** Stores new products, and gives them back as they were stored, in their order. */
  List<ProductRecord> insert(Transaction transaction, List<ProductRecord> products) {
    for (ProductRecord product : products) {
      product.setCreatedOn(transaction.now());
      product.setCreatedBy(transaction.user().id());
    }
    List<ProductRecord> stored = transaction.insert(products);
    stored.forEach(product -> transaction.history().created(PRODUCT, product.getId()));
    return stored;
  }

  /** Stores the changed columns of a product. */
  void update(Transaction transaction, ProductRecord product) {
    transaction.sql().executeUpdate(product);
  }

  private static Condition ofType(ProductTypeFilter type) {
    return switch (type) {
      case CUSTOM -> PRODUCT.STANDARD_PRODUCT_ID.isNull();
      case STANDARD_INSTANTIATION -> PRODUCT.STANDARD_PRODUCT_ID.isNotNull();
      case ALL -> noCondition();
    };
  }
}
