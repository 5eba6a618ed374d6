package org.boxtribute.server.distribution;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.Loader;
import org.boxtribute.server.graphql.RequestContext;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;

/** The boxes packed for events. */
@Singleton
final class EventBoxesLoader implements Loader<Integer, List<BoxRecord>> {
  private final PackedItemsRepository packedItems;

  EventBoxesLoader(PackedItemsRepository packedItems) {
    this.packedItems = packedItems;
  }

  @Override
  public Map<Integer, List<BoxRecord>> load(Set<Integer> events, RequestContext request) {
    return packedItems.boxesOf(events);
  }
}
