package org.boxtribute.server.product;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.ArgumentLoader;
import org.boxtribute.server.graphql.RequestContext;
import org.boxtribute.server.persistence.schema.tables.records.ProductRecord;

/** The products of bases. */
@Singleton
final class BaseProductsLoader
    implements ArgumentLoader<ProductFilter, Integer, List<ProductRecord>> {
  private final ProductRepository products;

  BaseProductsLoader(ProductRepository products) {
    this.products = products;
  }

  @Override
  public Map<Integer, List<ProductRecord>> load(
      ProductFilter filter, Set<Integer> bases, RequestContext request) {
    return products.ofBases(bases, filter);
  }
}
