package org.boxtribute.server.product;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.binding.OldArgumentLoader;
import org.boxtribute.server.persistence.schema.tables.records.ProductRecord;
import org.boxtribute.server.security.CurrentUser;

/** The products of bases. */
@Singleton
final class BaseProductsLoader
    implements OldArgumentLoader<ProductFilter, Integer, List<ProductRecord>> {
  private final ProductRepository products;

  BaseProductsLoader(ProductRepository products) {
    this.products = products;
  }

  @Override
  public Map<Integer, List<ProductRecord>> load(
      ProductFilter filter, Set<Integer> bases, CurrentUser user) {
    return products.ofBases(bases, filter);
  }
}
