package org.boxtribute.server.distribution;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.binding.OldArgumentLoader;
import org.boxtribute.server.persistence.schema.tables.records.DistributionEventsTrackingGroupRecord;
import org.boxtribute.server.security.CurrentUser;

/** The tracking groups of bases. */
@Singleton
final class BaseTrackingGroupsLoader
    implements OldArgumentLoader<
        TrackingGroupFilter, Integer, List<DistributionEventsTrackingGroupRecord>> {
  private final TrackingGroupRepository groups;

  BaseTrackingGroupsLoader(TrackingGroupRepository groups) {
    this.groups = groups;
  }

  @Override
  public Map<Integer, List<DistributionEventsTrackingGroupRecord>> load(
      TrackingGroupFilter filter, Set<Integer> bases, CurrentUser user) {
    return groups.ofBases(bases, filter);
  }
}
