package org.boxtribute.server.product;

import static org.boxtribute.server.security.Permission.PRODUCT_READ;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.ArgumentLoader;
import org.boxtribute.server.graphql.Page;
import org.boxtribute.server.graphql.PageRequest;
import org.boxtribute.server.graphql.RequestContext;
import org.boxtribute.server.persistence.schema.tables.records.ProductRecord;

/** Pages of the products of categories, of the bases whose products the user may read. */
@Singleton
final class CategoryProductsLoader
    implements ArgumentLoader<PageRequest, Integer, Page<ProductRecord>> {
  private final ProductRepository products;

  CategoryProductsLoader(ProductRepository products) {
    this.products = products;
  }

  @Override
  public Map<Integer, Page<ProductRecord>> load(
      PageRequest page, Set<Integer> categories, RequestContext request) {
    return products.pagesOfCategories(categories, request.user().scope(PRODUCT_READ), page);
  }
}
