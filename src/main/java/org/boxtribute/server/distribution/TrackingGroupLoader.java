package org.boxtribute.server.distribution;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.Loader;
import org.boxtribute.server.graphql.RequestContext;
import org.boxtribute.server.persistence.schema.tables.records.DistributionEventsTrackingGroupRecord;

/** Tracking groups by id. The fields that lead to a group guard themselves. */
@Singleton
final class TrackingGroupLoader implements Loader<Integer, DistributionEventsTrackingGroupRecord> {
  private final TrackingGroupRepository groups;

  TrackingGroupLoader(TrackingGroupRepository groups) {
    this.groups = groups;
  }

  @Override
  public Map<Integer, DistributionEventsTrackingGroupRecord> load(
      Set<Integer> ids, RequestContext request) {
    return groups.byId(ids);
  }
}
