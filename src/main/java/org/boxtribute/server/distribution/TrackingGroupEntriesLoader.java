package org.boxtribute.server.distribution;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.Loader;
import org.boxtribute.server.graphql.RequestContext;

/** What was counted in tracking groups. */
@Singleton
final class TrackingGroupEntriesLoader implements Loader<Integer, List<TrackingEntry>> {
  private final TrackingGroupRepository groups;

  TrackingGroupEntriesLoader(TrackingGroupRepository groups) {
    this.groups = groups;
  }

  @Override
  public Map<Integer, List<TrackingEntry>> load(Set<Integer> ids, RequestContext request) {
    return groups.entriesOf(ids);
  }
}
