package org.boxtribute.server.distribution;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.binding.OldLoader;
import org.boxtribute.server.security.CurrentUser;

/** Events by id. The fields that lead to an event guard themselves. */
@Singleton
final class DistributionEventLoader implements OldLoader<Integer, DistributionEvent> {
  private final DistributionEventRepository events;

  DistributionEventLoader(DistributionEventRepository events) {
    this.events = events;
  }

  @Override
  public Map<Integer, DistributionEvent> load(Set<Integer> ids, CurrentUser user) {
    return events.byId(ids);
  }
}
