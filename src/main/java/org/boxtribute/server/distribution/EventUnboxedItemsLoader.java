package org.boxtribute.server.distribution;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.binding.OldLoader;
import org.boxtribute.server.persistence.schema.tables.records.UnboxedItemsCollectionRecord;
import org.boxtribute.server.security.CurrentUser;

/** The items packed for events without their boxes. */
@Singleton
final class EventUnboxedItemsLoader
    implements OldLoader<Integer, List<UnboxedItemsCollectionRecord>> {
  private final PackedItemsRepository packedItems;

  EventUnboxedItemsLoader(PackedItemsRepository packedItems) {
    this.packedItems = packedItems;
  }

  @Override
  public Map<Integer, List<UnboxedItemsCollectionRecord>> load(
      Set<Integer> events, CurrentUser user) {
    return packedItems.unboxedItemsOf(events);
  }
}
