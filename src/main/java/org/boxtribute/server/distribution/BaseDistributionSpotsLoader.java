package org.boxtribute.server.distribution;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.Loader;
import org.boxtribute.server.graphql.RequestContext;
import org.boxtribute.server.persistence.schema.tables.records.LocationRecord;

/** The distribution spots of bases. */
@Singleton
final class BaseDistributionSpotsLoader implements Loader<Integer, List<LocationRecord>> {
  private final DistributionSpotRepository spots;

  BaseDistributionSpotsLoader(DistributionSpotRepository spots) {
    this.spots = spots;
  }

  @Override
  public Map<Integer, List<LocationRecord>> load(Set<Integer> bases, RequestContext request) {
    return spots.ofBases(bases);
  }
}
