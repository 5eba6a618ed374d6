package org.boxtribute.server.distribution;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.binding.OldLoader;
import org.boxtribute.server.security.CurrentUser;

/** The events of tracking groups. */
@Singleton
final class TrackingGroupEventsLoader implements OldLoader<Integer, List<DistributionEvent>> {
  private final DistributionEventRepository events;

  TrackingGroupEventsLoader(DistributionEventRepository events) {
    this.events = events;
  }

  @Override
  public Map<Integer, List<DistributionEvent>> load(Set<Integer> groups, CurrentUser user) {
    return events.ofTrackingGroups(groups);
  }
}
