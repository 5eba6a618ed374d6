package org.boxtribute.server.transfer;

import static org.boxtribute.server.transfer.LockedShipments.AT_SOURCE;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.boxtribute.server.persistence.Transaction;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;
import org.boxtribute.server.persistence.schema.tables.records.ShipmentDetailRecord;
import org.boxtribute.server.persistence.schema.tables.records.ShipmentRecord;
import org.boxtribute.server.security.BaseScope;
import org.boxtribute.server.transfer.ShipmentContents.Item;
import org.boxtribute.server.warehouse.BoxState;
import org.boxtribute.server.warehouse.Boxes;

/** The rules by which a shipment is put together, by the base that sends it. */
@Singleton
final class PreparationService {
  private final LockedShipments locked;
  private final ShipmentRepository shipments;
  private final ShipmentRoutes routes;
  private final ShipmentContents contents;
  private final Boxes boxes;

  PreparationService(
      LockedShipments locked,
      ShipmentRepository shipments,
      ShipmentRoutes routes,
      ShipmentContents contents,
      Boxes boxes) {
    this.locked = locked;
    this.shipments = shipments;
    this.routes = routes;
    this.contents = contents;
    this.boxes = boxes;
  }

  /**
   * Adds boxes, takes boxes out, and changes the target base. Boxes that cannot be added or taken
   * out are passed over; one that is to be both is out.
   */
  ShipmentRecord update(Transaction transaction, PreparationUpdate update) {
    ShipmentRecord shipment =
        locked.lock(transaction, update.shipment(), AT_SOURCE, ShipmentState.PREPARING);
    redirect(transaction, shipment, update);
    lockBoxes(transaction, update);
    add(transaction, shipment, update.preparedBoxes());
    List<Item> items = contents.lock(transaction, shipment, update.removedBoxes());
    List<Item> removed =
        items.stream().filter(item -> item.isOpenIn(BoxState.MARKED_FOR_SHIPMENT)).toList();
    for (Item item : removed) {
      item.box().setState(BoxState.IN_STOCK);
      item.takeOut(transaction);
    }
    contents.store(transaction, shipment, removed);
    return shipment;
  }

  private void redirect(
      Transaction transaction, ShipmentRecord shipment, PreparationUpdate update) {
    Integer target = update.targetBase();
    if (target != null && !target.equals(shipment.getTargetBaseId())) {
      routes.require(
          transaction, shipment.getSourceBaseId(), target, shipment.getTransferAgreementId());
      shipment.setTargetBaseId(target);
    }
  }

  /** All at once, so that the boxes are locked in their order. */
  private void lockBoxes(Transaction transaction, PreparationUpdate update) {
    Set<String> labels = new TreeSet<>(update.preparedBoxes());
    labels.addAll(update.removedBoxes());
    if (!labels.isEmpty()) {
      boxes.lock(transaction, labels);
    }
  }

  /** Adds those boxes that are in stock in the source base. */
  private void add(Transaction transaction, ShipmentRecord shipment, Set<String> labels) {
    if (labels.isEmpty()) {
      return;
    }
    BaseScope ofSource = new BaseScope.Only(Set.of(shipment.getSourceBaseId()));
    List<BoxRecord> inStock =
        boxes.lockInWarehouse(transaction, labels, ofSource).stream()
            .filter(box -> box.getState() == BoxState.IN_STOCK)
            .toList();
    inStock.forEach(box -> box.setState(BoxState.MARKED_FOR_SHIPMENT));
    boxes.store(transaction, inStock);
    shipments.insert(
        transaction, inStock.stream().map(box -> detail(transaction, shipment, box)).toList());
  }

  private static ShipmentDetailRecord detail(
      Transaction transaction, ShipmentRecord shipment, BoxRecord box) {
    ShipmentDetailRecord detail = new ShipmentDetailRecord();
    detail.setShipmentId(shipment.getId());
    detail.setBoxId(box.getId());
    detail.setSourceProductId(box.getProductId());
    detail.setSourceSizeId(box.getSizeId());
    detail.setSourceLocationId(box.getLocationId());
    detail.setSourceQuantity(box.getNumberOfItems());
    detail.setCreatedOn(transaction.now());
    detail.setCreatedById(transaction.user().id());
    return detail;
  }
}
