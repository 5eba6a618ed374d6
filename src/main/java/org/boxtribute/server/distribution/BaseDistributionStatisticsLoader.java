package org.boxtribute.server.distribution;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.binding.OldLoader;
import org.boxtribute.server.security.CurrentUser;

/** What went out and came back in the tracking groups of bases. */
@Singleton
final class BaseDistributionStatisticsLoader
    implements OldLoader<Integer, List<DistributionStatistics>> {
  private final TrackingGroupRepository groups;

  BaseDistributionStatisticsLoader(TrackingGroupRepository groups) {
    this.groups = groups;
  }

  @Override
  public Map<Integer, List<DistributionStatistics>> load(Set<Integer> bases, CurrentUser user) {
    return groups.statisticsOfBases(bases);
  }
}
