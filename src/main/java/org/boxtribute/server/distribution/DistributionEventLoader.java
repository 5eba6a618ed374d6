package org.boxtribute.server.distribution;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.Loader;
import org.boxtribute.server.graphql.RequestContext;

/** Events by id. The fields that lead to an event guard themselves. */
@Singleton
final class DistributionEventLoader implements Loader<Integer, DistributionEvent> {
  private final DistributionEventRepository events;

  DistributionEventLoader(DistributionEventRepository events) {
    this.events = events;
  }

  @Override
  public Map<Integer, DistributionEvent> load(Set<Integer> ids, RequestContext request) {
    return events.byId(ids);
  }
}
