package org.boxtribute.server.warehouse;

import static org.boxtribute.server.security.Permission.LOCATION_READ;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.binding.OldArgumentLoader;
import org.boxtribute.server.security.BaseScope;
import org.boxtribute.server.security.CurrentUser;

/** How much is in stock in bases; a base whose locations the user may not see is left out. */
@Singleton
final class BaseStockLoader
    implements OldArgumentLoader<BaseStockLoader.Counted, Integer, Integer> {
  private final BoxRepository boxes;

  BaseStockLoader(BoxRepository boxes) {
    this.boxes = boxes;
  }

  /** What is counted. */
  enum Counted {
    BOXES,
    ITEMS
  }

  @Override
  public Map<Integer, Integer> load(Counted counted, Set<Integer> bases, CurrentUser user) {
    BaseScope scope = user.scope(LOCATION_READ);
    return switch (counted) {
      case BOXES -> boxes.boxesInStock(bases, scope);
      case ITEMS -> boxes.itemsInStock(bases, scope);
    };
  }
}
