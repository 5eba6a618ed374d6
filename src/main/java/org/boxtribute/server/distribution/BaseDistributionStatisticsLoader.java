package org.boxtribute.server.distribution;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.Loader;
import org.boxtribute.server.graphql.RequestContext;

/** What went out and came back in the tracking groups of bases. */
@Singleton
final class BaseDistributionStatisticsLoader
    implements Loader<Integer, List<DistributionStatistics>> {
  private final TrackingGroupRepository groups;

  BaseDistributionStatisticsLoader(TrackingGroupRepository groups) {
    this.groups = groups;
  }

  @Override
  public Map<Integer, List<DistributionStatistics>> load(
      Set<Integer> bases, RequestContext request) {
    return groups.statisticsOfBases(bases);
  }
}
