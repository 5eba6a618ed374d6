package org.boxtribute.server.product;

import static org.boxtribute.server.security.Permission.PRODUCT_READ;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.binding.OldArgumentLoader;
import org.boxtribute.server.graphql.paging.Page;
import org.boxtribute.server.graphql.paging.PageRequest;
import org.boxtribute.server.persistence.schema.tables.records.ProductRecord;
import org.boxtribute.server.security.CurrentUser;

/** Pages of the products of categories, of the bases whose products the user may read. */
@Singleton
final class CategoryProductsLoader
    implements OldArgumentLoader<PageRequest, Integer, Page<ProductRecord>> {
  private final ProductRepository products;

  CategoryProductsLoader(ProductRepository products) {
    this.products = products;
  }

  @Override
  public Map<Integer, Page<ProductRecord>> load(
      PageRequest page, Set<Integer> categories, CurrentUser user) {
    return products.pagesOfCategories(categories, user.scope(PRODUCT_READ), page);
  }
}
