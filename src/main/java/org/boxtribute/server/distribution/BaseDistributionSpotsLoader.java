package org.boxtribute.server.distribution;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.binding.OldLoader;
import org.boxtribute.server.persistence.schema.tables.records.LocationRecord;
import org.boxtribute.server.security.CurrentUser;

/** The distribution spots of bases. */
@Singleton
final class BaseDistributionSpotsLoader implements OldLoader<Integer, List<LocationRecord>> {
  private final DistributionSpotRepository spots;

  BaseDistributionSpotsLoader(DistributionSpotRepository spots) {
    this.spots = spots;
  }

  @Override
  public Map<Integer, List<LocationRecord>> load(Set<Integer> bases, CurrentUser user) {
    return spots.ofBases(bases);
  }
}
