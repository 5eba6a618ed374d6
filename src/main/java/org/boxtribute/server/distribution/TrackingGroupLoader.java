package org.boxtribute.server.distribution;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.binding.OldLoader;
import org.boxtribute.server.persistence.schema.tables.records.DistributionEventsTrackingGroupRecord;
import org.boxtribute.server.security.CurrentUser;

/** Tracking groups by id. The fields that lead to a group guard themselves. */
@Singleton
final class TrackingGroupLoader
    implements OldLoader<Integer, DistributionEventsTrackingGroupRecord> {
  private final TrackingGroupRepository groups;

  TrackingGroupLoader(TrackingGroupRepository groups) {
    this.groups = groups;
  }

  @Override
  public Map<Integer, DistributionEventsTrackingGroupRecord> load(
      Set<Integer> ids, CurrentUser user) {
    return groups.byId(ids);
  }
}
