package org.boxtribute.server.distribution;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.binding.OldLoader;
import org.boxtribute.server.security.CurrentUser;

/** The events held at distribution spots. */
@Singleton
final class SpotDistributionEventsLoader implements OldLoader<Integer, List<DistributionEvent>> {
  private final DistributionEventRepository events;

  SpotDistributionEventsLoader(DistributionEventRepository events) {
    this.events = events;
  }

  @Override
  public Map<Integer, List<DistributionEvent>> load(Set<Integer> spots, CurrentUser user) {
    return events.ofSpots(spots);
  }
}
