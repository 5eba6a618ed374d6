package org.boxtribute.server.product;

import static java.util.stream.Collectors.toMap;
import static org.boxtribute.server.security.Permission.STANDARD_PRODUCT_READ;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.binding.OldLoader;
import org.boxtribute.server.security.CurrentUser;

/** Standard products by id, for users who may read standard products. */
@Singleton
final class StandardProductLoader implements OldLoader<Integer, StandardProduct> {
  private final StandardProductRepository standardProducts;

  StandardProductLoader(StandardProductRepository standardProducts) {
    this.standardProducts = standardProducts;
  }

  @Override
  public Map<Integer, StandardProduct> load(Set<Integer> ids, CurrentUser user) {
    requires(STANDARD_PRODUCT_READ).anywhere().check(user, ids);
    return standardProducts.byId(ids).entrySet().stream()
        .collect(toMap(Map.Entry::getKey, entry -> StandardProduct.ofNoBase(entry.getValue())));
  }
}
