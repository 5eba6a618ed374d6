package org.boxtribute.server.warehouse;

import static org.boxtribute.server.persistence.schema.Tables.LOCATION;
import static org.boxtribute.server.security.Permission.BASE_READ;
import static org.boxtribute.server.security.Permission.LOCATION_READ;
import static org.boxtribute.server.security.Permission.STOCK_READ;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import org.boxtribute.server.graphql.binding.Bindings;
import org.boxtribute.server.graphql.binding.FieldBindings;
import org.boxtribute.server.graphql.binding.ObjectBinding;
import org.boxtribute.server.organisation.OrganisationLoaders;
import org.boxtribute.server.persistence.schema.tables.records.BaseRecord;
import org.boxtribute.server.persistence.schema.tables.records.LocationRecord;

/** The fields of the type ClassicLocation, and those that lead to locations from above. */
@Singleton
final class LocationFields implements FieldBindings {
  private final OrganisationLoaders organisation;
  private final WarehouseLoaders warehouse;

  LocationFields(OrganisationLoaders organisation, WarehouseLoaders warehouse) {
    this.organisation = organisation;
    this.warehouse = warehouse;
  }

  @Override
  public void bind(Bindings bindings) {
    bindings.discriminate(LocationRecord.class, LocationFields::typeName);

    ObjectBinding<LocationRecord> location =
        bindings.object("ClassicLocation", LocationRecord.class);
    location.column("id", LOCATION.ID);
    location.column("name", LOCATION.NAME);
    location.column("seq", LOCATION.SEQ);
    location
        .load("base", LocationRecord::getBaseId, organisation.bases)
        .guardedBy(requires(BASE_READ).inBase(LocationRecord::getBaseId));
    location
        .load("boxes", LocationRecord::getId, BoxSelection::from, warehouse.boxesAtLocations)
        .guardedBy(requires(STOCK_READ).inBase(LocationRecord::getBaseId));
    location.column("defaultBoxState", LOCATION.DEFAULT_BOX_STATE);
    location.column("isShop", LOCATION.IS_SHOP);
    location.column("isStockroom", LOCATION.IS_STOCKROOM);
    location.column("createdOn", LOCATION.CREATED_ON);
    location.load("createdBy", LocationRecord::getCreatedBy, organisation.users);
    location.column("lastModifiedOn", LOCATION.LAST_MODIFIED_ON);
    location.load("lastModifiedBy", LocationRecord::getLastModifiedBy, organisation.users);

    bindings
        .extend("Base", BaseRecord.class)
        .loadList("locations", BaseRecord::getId, warehouse.locationsOfBases)
        .guardedBy(requires(LOCATION_READ).inBase(BaseRecord::getId));
  }

  private static String typeName(LocationRecord location) {
    return location.getType() == LocationType.DISTRIBUTION_SPOT
        ? "DistributionSpot"
        : "ClassicLocation";
  }
}
