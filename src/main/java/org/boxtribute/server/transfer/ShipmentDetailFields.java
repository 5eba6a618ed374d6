package org.boxtribute.server.transfer;

import static org.boxtribute.server.security.Permission.LOCATION_READ;
import static org.boxtribute.server.security.Permission.PRODUCT_READ;
import static org.boxtribute.server.security.Permission.STOCK_READ;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import java.util.function.Function;
import org.boxtribute.server.graphql.binding.Bindings;
import org.boxtribute.server.graphql.binding.FieldBindings;
import org.boxtribute.server.graphql.binding.ObjectBinding;
import org.boxtribute.server.organisation.OrganisationLoaders;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;
import org.boxtribute.server.persistence.schema.tables.records.ShipmentDetailRecord;
import org.boxtribute.server.product.ProductLoader;
import org.boxtribute.server.product.SizeLoader;
import org.boxtribute.server.security.Permission;
import org.boxtribute.server.security.Requirement;
import org.boxtribute.server.warehouse.WarehouseLoaders;
import org.jspecify.annotations.Nullable;

/** The fields of the type ShipmentDetail, and the field of a box that leads to it. */
@Singleton
final class ShipmentDetailFields implements FieldBindings {
  private final BoxShipmentDetailLoader detailsOfBoxes;
  private final ShipmentLoader shipments;
  private final ProductLoader products;
  private final MatchingTargetProductLoader matchingProducts;
  private final SizeLoader sizes;
  private final WarehouseLoaders warehouse;
  private final OrganisationLoaders organisation;

  ShipmentDetailFields(
      BoxShipmentDetailLoader detailsOfBoxes,
      ShipmentLoader shipments,
      ProductLoader products,
      MatchingTargetProductLoader matchingProducts,
      SizeLoader sizes,
      WarehouseLoaders warehouse,
      OrganisationLoaders organisation) {
    this.detailsOfBoxes = detailsOfBoxes;
    this.shipments = shipments;
    this.products = products;
    this.matchingProducts = matchingProducts;
    this.sizes = sizes;
    this.warehouse = warehouse;
    this.organisation = organisation;
  }

  @Override
  public void bind(Bindings bindings) {
    bindings
        .extend("Box", BoxRecord.class)
        .load("shipmentDetail", BoxRecord::getId, detailsOfBoxes);

    ObjectBinding<ShipmentDetailRow> detail =
        bindings.object("ShipmentDetail", ShipmentDetailRow.class);
    detail.value("id", of(ShipmentDetailRecord::getId));
    detail.load("shipment", of(ShipmentDetailRecord::getShipmentId), shipments);
    detail
        .load("box", of(ShipmentDetailRecord::getBoxId), warehouse.boxes)
        .guardedBy(inEitherBase(STOCK_READ));
    bindGoods(detail);

    detail.value("createdOn", of(ShipmentDetailRecord::getCreatedOn));
    detail.load("createdBy", of(ShipmentDetailRecord::getCreatedById), organisation.users);
    detail.value("removedOn", of(ShipmentDetailRecord::getRemovedOn));
    detail.load("removedBy", of(ShipmentDetailRecord::getRemovedById), organisation.users);
    detail.value("lostOn", of(ShipmentDetailRecord::getLostOn));
    detail.load("lostBy", of(ShipmentDetailRecord::getLostById), organisation.users);
    detail.value("receivedOn", of(ShipmentDetailRecord::getReceivedOn));
    detail.load("receivedBy", of(ShipmentDetailRecord::getReceivedById), organisation.users);
  }

  private void bindGoods(ObjectBinding<ShipmentDetailRow> detail) {
    detail
        .load("sourceProduct", of(ShipmentDetailRecord::getSourceProductId), products)
        .guardedBy(inEitherBase(PRODUCT_READ));
    detail
        .load("targetProduct", of(ShipmentDetailRecord::getTargetProductId), products)
        .guardedBy(inEitherBase(PRODUCT_READ));
    detail
        .load("autoMatchingTargetProduct", of(ShipmentDetailRecord::getId), matchingProducts)
        .guardedBy(inEitherBase(PRODUCT_READ));
    detail.load("sourceSize", of(ShipmentDetailRecord::getSourceSizeId), sizes);
    detail.load("targetSize", of(ShipmentDetailRecord::getTargetSizeId), sizes);
    detail
        .load("sourceLocation", of(ShipmentDetailRecord::getSourceLocationId), warehouse.locations)
        .guardedBy(inEitherBase(LOCATION_READ));
    detail
        .load("targetLocation", of(ShipmentDetailRecord::getTargetLocationId), warehouse.locations)
        .guardedBy(inEitherBase(LOCATION_READ));
    detail.value("sourceQuantity", of(ShipmentDetailRecord::getSourceQuantity));
    detail.value("targetQuantity", of(ShipmentDetailRecord::getTargetQuantity));
  }

  private static Requirement<ShipmentDetailRow> inEitherBase(Permission permission) {
    return requires(permission).inAnyBaseOf(ShipmentDetailRow::bases);
  }

  private static <T> Function<ShipmentDetailRow, @Nullable T> of(
      Function<ShipmentDetailRecord, @Nullable T> column) {
    return row -> column.apply(row.detail());
  }
}
