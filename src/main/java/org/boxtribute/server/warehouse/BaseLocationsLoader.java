package org.boxtribute.server.warehouse;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.Loader;
import org.boxtribute.server.graphql.RequestContext;
import org.boxtribute.server.persistence.schema.tables.records.LocationRecord;

/** The classic locations of bases. */
@Singleton
final class BaseLocationsLoader implements Loader<Integer, List<LocationRecord>> {
  private final LocationRepository locations;

  BaseLocationsLoader(LocationRepository locations) {
    this.locations = locations;
  }

  @Override
  public Map<Integer, List<LocationRecord>> load(Set<Integer> bases, RequestContext request) {
    return locations.classicOfBases(bases);
  }
}
