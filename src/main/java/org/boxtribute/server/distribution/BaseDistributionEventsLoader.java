package org.boxtribute.server.distribution;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.binding.OldArgumentLoader;
import org.boxtribute.server.security.CurrentUser;

/** The events of bases. */
@Singleton
final class BaseDistributionEventsLoader
    implements OldArgumentLoader<DistributionEventFilter, Integer, List<DistributionEvent>> {
  private final DistributionEventRepository events;

  BaseDistributionEventsLoader(DistributionEventRepository events) {
    this.events = events;
  }

  @Override
  public Map<Integer, List<DistributionEvent>> load(
      DistributionEventFilter filter, Set<Integer> bases, CurrentUser user) {
    return events.ofBases(bases, filter);
  }
}
