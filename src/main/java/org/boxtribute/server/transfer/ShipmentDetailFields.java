package org.boxtribute.server.transfer;

import static org.boxtribute.server.persistence.schema.Tables.SHIPMENT_DETAIL;
import static org.boxtribute.server.security.Permission.LOCATION_READ;
import static org.boxtribute.server.security.Permission.PRODUCT_READ;
import static org.boxtribute.server.security.Permission.STOCK_READ;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import org.boxtribute.server.graphql.binding.Bindings;
import org.boxtribute.server.graphql.binding.FieldBindings;
import org.boxtribute.server.graphql.binding.ObjectBinding;
import org.boxtribute.server.organisation.OrganisationLoaders;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;
import org.boxtribute.server.product.ProductLoaders;
import org.boxtribute.server.security.Permission;
import org.boxtribute.server.security.Requirement;
import org.boxtribute.server.warehouse.WarehouseLoaders;

/** The fields of the type ShipmentDetail, and the field of a box that leads to it. */
@Singleton
final class ShipmentDetailFields implements FieldBindings {
  private final OrganisationLoaders organisation;
  private final ProductLoaders product;
  private final WarehouseLoaders warehouse;
  private final TransferLoaders loaders;

  ShipmentDetailFields(
      OrganisationLoaders organisation,
      ProductLoaders product,
      WarehouseLoaders warehouse,
      TransferLoaders loaders) {
    this.organisation = organisation;
    this.product = product;
    this.warehouse = warehouse;
    this.loaders = loaders;
  }

  @Override
  public void bind(Bindings bindings) {
    bindings
        .extend("Box", BoxRecord.class)
        .load("shipmentDetail", BoxRecord::getId, loaders.openDetailsOfBoxes);

    ObjectBinding<ShipmentDetailRow> detail =
        bindings.object(
            "ShipmentDetail", ShipmentDetailRow.class, SHIPMENT_DETAIL, ShipmentDetailRow::detail);
    detail.column("id", SHIPMENT_DETAIL.ID);
    detail.load("shipment", row -> row.detail().getShipmentId(), loaders.shipments);
    detail
        .load("box", row -> row.detail().getBoxId(), warehouse.boxes)
        .guardedBy(inEitherBase(STOCK_READ));
    bindGoods(detail);

    detail.column("createdOn", SHIPMENT_DETAIL.CREATED_ON);
    detail.load("createdBy", row -> row.detail().getCreatedById(), organisation.users);
    detail.column("removedOn", SHIPMENT_DETAIL.REMOVED_ON);
    detail.load("removedBy", row -> row.detail().getRemovedById(), organisation.users);
    detail.column("lostOn", SHIPMENT_DETAIL.LOST_ON);
    detail.load("lostBy", row -> row.detail().getLostById(), organisation.users);
    detail.column("receivedOn", SHIPMENT_DETAIL.RECEIVED_ON);
    detail.load("receivedBy", row -> row.detail().getReceivedById(), organisation.users);
  }

  private void bindGoods(ObjectBinding<ShipmentDetailRow> detail) {
    detail
        .load("sourceProduct", row -> row.detail().getSourceProductId(), product.products)
        .guardedBy(inEitherBase(PRODUCT_READ));
    detail
        .load("targetProduct", row -> row.detail().getTargetProductId(), product.products)
        .guardedBy(inEitherBase(PRODUCT_READ));
    detail
        .load(
            "autoMatchingTargetProduct",
            row -> row.detail().getId(),
            loaders.matchingTargetProducts)
        .guardedBy(inEitherBase(PRODUCT_READ));
    detail.load("sourceSize", row -> row.detail().getSourceSizeId(), product.sizes);
    detail.load("targetSize", row -> row.detail().getTargetSizeId(), product.sizes);
    detail
        .load("sourceLocation", row -> row.detail().getSourceLocationId(), warehouse.locations)
        .guardedBy(inEitherBase(LOCATION_READ));
    detail
        .load("targetLocation", row -> row.detail().getTargetLocationId(), warehouse.locations)
        .guardedBy(inEitherBase(LOCATION_READ));
    detail.column("sourceQuantity", SHIPMENT_DETAIL.SOURCE_QUANTITY);
    detail.column("targetQuantity", SHIPMENT_DETAIL.TARGET_QUANTITY);
  }

  private static Requirement<ShipmentDetailRow> inEitherBase(Permission permission) {
    return requires(permission).inAnyBaseOf(ShipmentDetailRow::bases);
  }
}
