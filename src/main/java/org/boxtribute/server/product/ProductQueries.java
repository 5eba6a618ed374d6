package org.boxtribute.server.product;

import static org.boxtribute.server.security.Permission.PRODUCT_CATEGORY_READ;
import static org.boxtribute.server.security.Permission.PRODUCT_READ;
import static org.boxtribute.server.security.Permission.SIZE_RANGE_READ;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import org.boxtribute.server.graphql.binding.Bindings;
import org.boxtribute.server.graphql.binding.FieldBindings;
import org.boxtribute.server.graphql.binding.QueryBinding;
import org.boxtribute.server.graphql.paging.PageRequest;
import org.boxtribute.server.persistence.schema.tables.records.ProductRecord;

/** The root query fields about products, their categories and sizes. */
@Singleton
final class ProductQueries implements FieldBindings {
  private final ProductRepository products;
  private final ProductCategoryRepository categories;
  private final SizeRangeRepository sizeRanges;

  ProductQueries(
      ProductRepository products,
      ProductCategoryRepository categories,
      SizeRangeRepository sizeRanges) {
    this.products = products;
    this.categories = categories;
    this.sizeRanges = sizeRanges;
  }

  @Override
  public void bind(Bindings bindings) {
    QueryBinding query = bindings.query();
    query
        .one("product", products::find)
        .guardedBy(requires(PRODUCT_READ).inBase(ProductRecord::getBaseId));
    query.list(
        "products",
        PRODUCT_READ,
        (scope, arguments) ->
            products.page(scope, arguments.optionalId("baseId"), PageRequest.from(arguments)));
    query
        .one("productCategory", categories::find)
        .guardedBy(requires(PRODUCT_CATEGORY_READ).anywhere());
    query
        .fetch("productCategories", (arguments, user) -> categories.all())
        .guardedBy(requires(PRODUCT_CATEGORY_READ).anywhere());
    query
        .fetch("sizeRanges", (arguments, user) -> sizeRanges.all())
        .guardedBy(requires(SIZE_RANGE_READ).anywhere());
  }
}
