package org.boxtribute.server.warehouse;

import static org.boxtribute.server.security.Permission.LOCATION_READ;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import java.util.List;
import org.boxtribute.server.graphql.binding.Arguments;
import org.boxtribute.server.graphql.binding.Bindings;
import org.boxtribute.server.graphql.binding.FieldBindings;
import org.boxtribute.server.graphql.binding.QueryBinding;
import org.boxtribute.server.graphql.error.BadUserInput;
import org.boxtribute.server.persistence.schema.tables.records.LocationRecord;
import org.boxtribute.server.security.CurrentUser;
import org.jspecify.annotations.Nullable;

/** The root query fields about classic locations. */
@Singleton
final class LocationQueries implements FieldBindings {
  private final LocationRepository locations;

  LocationQueries(LocationRepository locations) {
    this.locations = locations;
  }

  @Override
  public void bind(Bindings bindings) {
    QueryBinding query = bindings.query();
    query.fetch("location", this::location);
    query.fetch("locations", this::locations);
  }

  private @Nullable LocationRecord location(Arguments arguments, CurrentUser user) {
    int id = arguments.id("id");
    LocationRecord location =
        locations.find(id).orElseThrow(() -> BadUserInput.doesNotExist("ClassicLocation", id));
    if (location.getType() != LocationType.CLASSIC_LOCATION) {
      return null;
    }
    requires(LOCATION_READ).inBase(LocationRecord::getBaseId).check(user, location);
    return location;
  }

  private List<LocationRecord> locations(Arguments arguments, CurrentUser user) {
    return locations.classicWithin(user.scope(LOCATION_READ));
  }
}
