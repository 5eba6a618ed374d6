package org.boxtribute.server.warehouse;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.binding.OldLoader;
import org.boxtribute.server.persistence.schema.tables.records.LocationRecord;
import org.boxtribute.server.security.CurrentUser;

/** The classic locations of bases. */
@Singleton
final class BaseLocationsLoader implements OldLoader<Integer, List<LocationRecord>> {
  private final LocationRepository locations;

  BaseLocationsLoader(LocationRepository locations) {
    this.locations = locations;
  }

  @Override
  public Map<Integer, List<LocationRecord>> load(Set<Integer> bases, CurrentUser user) {
    return locations.classicOfBases(bases);
  }
}
