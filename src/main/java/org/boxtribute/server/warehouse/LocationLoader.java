package org.boxtribute.server.warehouse;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.binding.OldLoader;
import org.boxtribute.server.persistence.schema.tables.records.LocationRecord;
import org.boxtribute.server.security.CurrentUser;

/** Locations of all types by id. The fields that lead to a location guard themselves. */
@Singleton
public final class LocationLoader implements OldLoader<Integer, LocationRecord> {
  private final LocationRepository locations;

  LocationLoader(LocationRepository locations) {
    this.locations = locations;
  }

  @Override
  public Map<Integer, LocationRecord> load(Set<Integer> ids, CurrentUser user) {
    return locations.byId(ids);
  }
}
