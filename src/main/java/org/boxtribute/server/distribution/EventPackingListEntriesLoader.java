package org.boxtribute.server.distribution;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.binding.OldLoader;
import org.boxtribute.server.security.CurrentUser;

/** The packing lists of events. */
@Singleton
final class EventPackingListEntriesLoader implements OldLoader<Integer, List<PackingListEntry>> {
  private final PackingListRepository packingLists;

  EventPackingListEntriesLoader(PackingListRepository packingLists) {
    this.packingLists = packingLists;
  }

  @Override
  public Map<Integer, List<PackingListEntry>> load(Set<Integer> events, CurrentUser user) {
    return packingLists.ofEvents(events);
  }
}
