package org.boxtribute.server.distribution;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.binding.OldLoader;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;
import org.boxtribute.server.security.CurrentUser;

/** The boxes packed for events. */
@Singleton
final class EventBoxesLoader implements OldLoader<Integer, List<BoxRecord>> {
  private final PackedItemsRepository packedItems;

  EventBoxesLoader(PackedItemsRepository packedItems) {
    this.packedItems = packedItems;
  }

  @Override
  public Map<Integer, List<BoxRecord>> load(Set<Integer> events, CurrentUser user) {
    return packedItems.boxesOf(events);
  }
}
