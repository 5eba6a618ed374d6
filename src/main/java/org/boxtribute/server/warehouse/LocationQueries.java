package org.boxtribute.server.warehouse;

import static org.boxtribute.server.security.Permission.LOCATION_READ;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import java.util.List;
import org.boxtribute.server.graphql.Arguments;
import org.boxtribute.server.graphql.BadUserInput;
import org.boxtribute.server.graphql.Bindings;
import org.boxtribute.server.graphql.FieldBindings;
import org.boxtribute.server.graphql.RequestContext;
import org.boxtribute.server.graphql.RootBinding;
import org.boxtribute.server.persistence.schema.tables.records.LocationRecord;
import org.boxtribute.server.persistence.type.LocationType;
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
    RootBinding query = bindings.query();
    query.fetch("location", this::location);
    query.fetch("locations", this::locations);
  }

  private @Nullable LocationRecord location(Arguments arguments, RequestContext request) {
    int id = arguments.id("id");
    LocationRecord location =
        locations.find(id).orElseThrow(() -> BadUserInput.doesNotExist("ClassicLocation", id));
    if (location.getType() != LocationType.CLASSIC_LOCATION) {
      return null;
    }
    requires(LOCATION_READ).inBase(LocationRecord::getBaseId).check(request.user(), location);
    return location;
  }

  private List<LocationRecord> locations(Arguments arguments, RequestContext request) {
    return locations.classicWithin(request.user().scope(LOCATION_READ));
  }
}
