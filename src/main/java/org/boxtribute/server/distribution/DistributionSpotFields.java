package org.boxtribute.server.distribution;

import static org.boxtribute.server.persistence.schema.Tables.LOCATION;
import static org.boxtribute.server.security.Permission.BASE_READ;
import static org.boxtribute.server.security.Permission.DISTRO_EVENT_READ;
import static org.boxtribute.server.security.Permission.LOCATION_READ;
import static org.boxtribute.server.security.Permission.STOCK_READ;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import java.util.Objects;
import org.boxtribute.server.graphql.binding.Bindings;
import org.boxtribute.server.graphql.binding.FieldBindings;
import org.boxtribute.server.graphql.binding.ObjectBinding;
import org.boxtribute.server.organisation.OrganisationLoaders;
import org.boxtribute.server.persistence.schema.tables.records.BaseRecord;
import org.boxtribute.server.persistence.schema.tables.records.LocationRecord;
import org.boxtribute.server.warehouse.BoxSelection;
import org.boxtribute.server.warehouse.WarehouseLoaders;

/** The fields of the type DistributionSpot, and the one that leads to spots from above. */
@Singleton
final class DistributionSpotFields implements FieldBindings {
  private final OrganisationLoaders organisation;
  private final WarehouseLoaders warehouse;
  private final DistributionLoaders loaders;

  DistributionSpotFields(
      OrganisationLoaders organisation, WarehouseLoaders warehouse, DistributionLoaders loaders) {
    this.organisation = organisation;
    this.warehouse = warehouse;
    this.loaders = loaders;
  }

  @Override
  public void bind(Bindings bindings) {
    ObjectBinding<LocationRecord> spot = bindings.object("DistributionSpot", LocationRecord.class);
    spot.column("id", LOCATION.ID);
    spot.column("name", LOCATION.NAME);
    spot.load("base", LocationRecord::getBaseId, organisation.bases)
        .guardedBy(requires(BASE_READ).inBase(LocationRecord::getBaseId));
    spot.load("boxes", LocationRecord::getId, BoxSelection::from, warehouse.boxesAtLocations)
        .guardedBy(requires(STOCK_READ).inBase(LocationRecord::getBaseId));
    spot.value("comment", row -> Objects.requireNonNullElse(row.getDescription(), ""));
    spot.column("latitude", LOCATION.LATITUDE);
    spot.column("longitude", LOCATION.LONGITUDE);
    spot.loadList("distributionEvents", LocationRecord::getId, loaders.eventsOfSpots)
        .guardedBy(requires(DISTRO_EVENT_READ).inBase(LocationRecord::getBaseId));

    bindings
        .extend("Base", BaseRecord.class)
        .loadList("distributionSpots", BaseRecord::getId, loaders.spotsOfBases)
        .guardedBy(requires(LOCATION_READ).inBase(BaseRecord::getId));
  }
}
