package org.boxtribute.server.product;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.binding.OldLoader;
import org.boxtribute.server.persistence.schema.tables.records.ProductRecord;
import org.boxtribute.server.security.CurrentUser;

/** Products by id. The fields that lead to a product guard themselves. */
@Singleton
public final class ProductLoader implements OldLoader<Integer, ProductRecord> {
  private final ProductRepository products;

  ProductLoader(ProductRepository products) {
    this.products = products;
  }

  @Override
  public Map<Integer, ProductRecord> load(Set<Integer> ids, CurrentUser user) {
    return products.byId(ids);
  }
}
