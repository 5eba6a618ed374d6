package org.boxtribute.server.distribution;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.ArgumentLoader;
import org.boxtribute.server.graphql.RequestContext;
import org.boxtribute.server.persistence.schema.tables.records.DistributionEventsTrackingGroupRecord;

/** The tracking groups of bases. */
@Singleton
final class BaseTrackingGroupsLoader
    implements ArgumentLoader<
        TrackingGroupFilter, Integer, List<DistributionEventsTrackingGroupRecord>> {
  private final TrackingGroupRepository groups;

  BaseTrackingGroupsLoader(TrackingGroupRepository groups) {
    this.groups = groups;
  }

  @Override
  public Map<Integer, List<DistributionEventsTrackingGroupRecord>> load(
      TrackingGroupFilter filter, Set<Integer> bases, RequestContext request) {
    return groups.ofBases(bases, filter);
  }
}
