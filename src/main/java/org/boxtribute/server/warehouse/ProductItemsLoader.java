package org.boxtribute.server.warehouse;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.binding.OldArgumentLoader;
import org.boxtribute.server.security.CurrentUser;

/** How many items of products are in boxes of certain states. */
@Singleton
final class ProductItemsLoader implements OldArgumentLoader<Set<BoxState>, Integer, Integer> {
  private final BoxRepository boxes;

  ProductItemsLoader(BoxRepository boxes) {
    this.boxes = boxes;
  }

  @Override
  public Map<Integer, Integer> load(Set<BoxState> states, Set<Integer> products, CurrentUser user) {
    return boxes.itemsOfProducts(products, states);
  }
}
