package org.boxtribute.server.product;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.Loader;
import org.boxtribute.server.graphql.RequestContext;
import org.boxtribute.server.persistence.schema.tables.records.ProductRecord;

/** Products by id. The fields that lead to a product guard themselves. */
@Singleton
public final class ProductLoader implements Loader<Integer, ProductRecord> {
  private final ProductRepository products;

  ProductLoader(ProductRepository products) {
    this.products = products;
  }

  @Override
  public Map<Integer, ProductRecord> load(Set<Integer> ids, RequestContext request) {
    return products.byId(ids);
  }
}
