package org.boxtribute.server.transfer;

import static org.boxtribute.server.transfer.LockedShipments.AT_EITHER;
import static org.boxtribute.server.transfer.LockedShipments.AT_SOURCE;
import static org.boxtribute.server.transfer.LockedShipments.AT_TARGET;

import jakarta.inject.Singleton;
import java.util.List;
import org.boxtribute.server.persistence.Transaction;
import org.boxtribute.server.persistence.schema.tables.records.ShipmentRecord;
import org.boxtribute.server.transfer.ShipmentContents.Item;
import org.boxtribute.server.warehouse.BoxState;

/**
 * The rules by which a shipment goes its way as a whole: it is started, sent and received, or it is
 * canceled or lost. Its boxes go with it.
 */
@Singleton
final class ShipmentService {
  private final LockedShipments shipments;
  private final ShipmentRoutes routes;
  private final ShipmentContents contents;

  ShipmentService(LockedShipments shipments, ShipmentRoutes routes, ShipmentContents contents) {
    this.shipments = shipments;
    this.routes = routes;
    this.contents = contents;
  }

  /** Starts a shipment, which has no boxes yet. */
  ShipmentRecord create(Transaction transaction, ShipmentCreation creation) {
    routes.require(transaction, creation.sourceBase(), creation.targetBase(), creation.agreement());
    ShipmentRecord shipment = new ShipmentRecord();
    shipment.setSourceBaseId(creation.sourceBase());
    shipment.setTargetBaseId(creation.targetBase());
    shipment.setTransferAgreementId(creation.agreement());
    shipment.setState(ShipmentState.PREPARING);
    shipment.setStartedOn(transaction.now());
    shipment.setStartedById(transaction.user().id());
    return transaction.insert(shipment);
  }

  /**
   * Sends a shipment, with the boxes that are still in it. One that is not marked any more stays,
   * and is out of the shipment: nobody could receive it.
   */
  ShipmentRecord send(Transaction transaction, int id) {
    ShipmentRecord shipment = shipments.lock(transaction, id, AT_SOURCE, ShipmentState.PREPARING);
    shipment.setState(ShipmentState.SENT);
    shipment.setSentOn(transaction.now());
    shipment.setSentById(transaction.user().id());
    return moved(transaction, shipment, BoxState.MARKED_FOR_SHIPMENT, BoxState.IN_TRANSIT);
  }

  /** Begins to receive a shipment. A box that is not on its way any more is out of it as well. */
  ShipmentRecord startReceiving(Transaction transaction, int id) {
    ShipmentRecord shipment = shipments.lock(transaction, id, AT_TARGET, ShipmentState.SENT);
    shipment.setState(ShipmentState.RECEIVING);
    shipment.setReceivingStartedOn(transaction.now());
    shipment.setReceivingStartedById(transaction.user().id());
    return moved(transaction, shipment, BoxState.IN_TRANSIT, BoxState.RECEIVING);
  }

  /** Cancels a shipment that was not sent; all boxes are in stock again. */
  ShipmentRecord cancel(Transaction transaction, int id) {
    ShipmentRecord shipment = shipments.lock(transaction, id, AT_EITHER, ShipmentState.PREPARING);
    shipment.setState(ShipmentState.CANCELED);
    shipment.setCanceledOn(transaction.now());
    shipment.setCanceledById(transaction.user().id());
    List<Item> items = contents.lock(transaction, shipment);
    for (Item item : items) {
      if (item.isOpenIn(BoxState.MARKED_FOR_SHIPMENT)) {
        item.box().setState(BoxState.IN_STOCK);
      }
      item.takeOut(transaction);
    }
    contents.store(transaction, shipment, items);
    return shipment;
  }

  /** Says of a shipment on its way that it will not arrive, nor its boxes. */
  ShipmentRecord markAsLost(Transaction transaction, int id) {
    ShipmentRecord shipment = shipments.lock(transaction, id, AT_EITHER, ShipmentState.SENT);
    shipment.setState(ShipmentState.LOST);
    shipment.setCompletedOn(transaction.now());
    shipment.setCompletedById(transaction.user().id());
    List<Item> items =
        contents.lock(transaction, shipment).stream()
            .filter(item -> item.isOpenIn(BoxState.IN_TRANSIT))
            .toList();
    items.forEach(item -> item.lose(transaction));
    contents.store(transaction, shipment, items);
    return shipment;
  }

  private ShipmentRecord moved(
      Transaction transaction, ShipmentRecord shipment, BoxState from, BoxState to) {
    List<Item> items = contents.lock(transaction, shipment);
    for (Item item : items) {
      if (item.isOpenIn(from)) {
        item.box().setState(to);
      } else if (item.isOpen()) {
        item.takeOut(transaction);
      }
    }
    contents.store(transaction, shipment, items);
    return shipment;
  }
}
