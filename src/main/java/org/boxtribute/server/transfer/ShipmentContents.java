package org.boxtribute.server.transfer;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.boxtribute.server.persistence.Transaction;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;
import org.boxtribute.server.persistence.schema.tables.records.ShipmentDetailRecord;
import org.boxtribute.server.persistence.schema.tables.records.ShipmentRecord;
import org.boxtribute.server.warehouse.BoxState;
import org.boxtribute.server.warehouse.Boxes;

/**
 * What is in shipments, and how it changes together with the boxes themselves. Who uses it has
 * locked the shipment, so that its contents stay; the boxes are locked here, as many statements for
 * a thousand as for two.
 */
@Singleton
final class ShipmentContents {
  private final ShipmentRepository shipments;
  private final Boxes boxes;

  ShipmentContents(ShipmentRepository shipments, Boxes boxes) {
    this.shipments = shipments;
    this.boxes = boxes;
  }

  /** A box in a shipment; what is set of it is stored by {@link #store}. */
  record Item(ShipmentDetailRecord detail, BoxRecord box) {

    /** Whether it is still to be decided what becomes of the box. */
    boolean isOpen() {
      return detail.getReceivedOn() == null && detail.getLostOn() == null;
    }

    /** Whether the box is in a state, and still to be decided on. */
    boolean isOpenIn(BoxState state) {
      return isOpen() && box.getState() == state;
    }

    /** Takes the box out of the shipment. */
    void takeOut(Transaction transaction) {
      detail.setRemovedOn(transaction.now());
      detail.setRemovedById(transaction.user().id());
    }

    /** Says that the box did not arrive. */
    void lose(Transaction transaction) {
      detail.setLostOn(transaction.now());
      detail.setLostById(transaction.user().id());
      box.setState(BoxState.NOT_DELIVERED);
    }

    /** Puts the box into the stock of the base that receives it. */
    void receive(Transaction transaction, ReceptionUpdate.Received as) {
      detail.setTargetProductId(as.product());
      detail.setTargetSizeId(as.size());
      detail.setTargetLocationId(as.location());
      detail.setTargetQuantity(as.numberOfItems());
      detail.setReceivedOn(transaction.now());
      detail.setReceivedById(transaction.user().id());
      box.setProductId(as.product());
      box.setSizeId(as.size());
      box.setLocationId(as.location());
      box.setNumberOfItems(as.numberOfItems());
      box.setState(BoxState.IN_STOCK);
    }

    /** Takes it back that the box did not arrive. */
    void find(BoxState state) {
      detail.setLostOn(null);
      detail.setLostById(null);
      box.setState(state);
    }
  }

  /** All that was not removed from a shipment; locks the boxes. */
  List<Item> lock(Transaction transaction, ShipmentRecord shipment) {
    return lock(transaction, shipments.contents(transaction, shipment.getId()));
  }

  /** What was not removed from a shipment, of labelled boxes; locks these. */
  List<Item> lock(Transaction transaction, ShipmentRecord shipment, Set<String> labels) {
    if (labels.isEmpty()) {
      return List.of();
    }
    List<BoxRecord> locked = boxes.lock(transaction, labels);
    return items(shipments.contents(transaction, shipment.getId(), Boxes.ids(locked)), locked);
  }

  private List<Item> lock(Transaction transaction, List<ShipmentDetailRecord> details) {
    if (details.isEmpty()) {
      return List.of();
    }
    Set<Integer> ids =
        details.stream().map(ShipmentDetailRecord::getBoxId).collect(toCollection(TreeSet::new));
    return items(details, boxes.lockByIds(transaction, ids));
  }

  private static List<Item> items(List<ShipmentDetailRecord> details, List<BoxRecord> locked) {
    Map<Integer, BoxRecord> byId =
        locked.stream().collect(toMap(BoxRecord::getId, Function.identity()));
    List<Item> items = new ArrayList<>();
    for (ShipmentDetailRecord detail : details) {
      BoxRecord box = byId.get(detail.getBoxId());
      if (box != null) {
        items.add(new Item(detail, box));
      }
    }
    return items;
  }

  /**
   * Stores a shipment, and what was changed of its contents and of the boxes. A box that old data
   * have twice in a shipment changes once.
   */
  void store(Transaction transaction, ShipmentRecord shipment, Collection<Item> items) {
    boxes.store(transaction, items.stream().map(Item::box).distinct().toList());
    shipments.update(transaction, shipment, items.stream().map(Item::detail).toList());
  }
}
