package org.boxtribute.server.distribution;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.Loader;
import org.boxtribute.server.graphql.RequestContext;
import org.boxtribute.server.persistence.schema.tables.records.UnboxedItemsCollectionRecord;

/** The items packed for events without their boxes. */
@Singleton
final class EventUnboxedItemsLoader implements Loader<Integer, List<UnboxedItemsCollectionRecord>> {
  private final PackedItemsRepository packedItems;

  EventUnboxedItemsLoader(PackedItemsRepository packedItems) {
    this.packedItems = packedItems;
  }

  @Override
  public Map<Integer, List<UnboxedItemsCollectionRecord>> load(
      Set<Integer> events, RequestContext request) {
    return packedItems.unboxedItemsOf(events);
  }
}
