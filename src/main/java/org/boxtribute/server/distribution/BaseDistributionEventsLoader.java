package org.boxtribute.server.distribution;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.ArgumentLoader;
import org.boxtribute.server.graphql.RequestContext;

/** The events of bases. */
@Singleton
final class BaseDistributionEventsLoader
    implements ArgumentLoader<DistributionEventFilter, Integer, List<DistributionEvent>> {
  private final DistributionEventRepository events;

  BaseDistributionEventsLoader(DistributionEventRepository events) {
    this.events = events;
  }

  @Override
  public Map<Integer, List<DistributionEvent>> load(
      DistributionEventFilter filter, Set<Integer> bases, RequestContext request) {
    return events.ofBases(bases, filter);
  }
}
