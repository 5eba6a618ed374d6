package org.boxtribute.server.transfer;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.boxtribute.server.security.Permission.SHIPMENT_EDIT;
import static org.boxtribute.server.transfer.LockedShipments.AT_EITHER;
import static org.boxtribute.server.transfer.LockedShipments.AT_TARGET;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.boxtribute.server.graphql.error.BadUserInput;
import org.boxtribute.server.persistence.Transaction;
import org.boxtribute.server.persistence.schema.tables.records.LocationRecord;
import org.boxtribute.server.persistence.schema.tables.records.ProductRecord;
import org.boxtribute.server.persistence.schema.tables.records.ShipmentRecord;
import org.boxtribute.server.product.ProductRepository;
import org.boxtribute.server.product.SizeRangeRepository;
import org.boxtribute.server.tag.TagRelations;
import org.boxtribute.server.tag.TaggableResourceType;
import org.boxtribute.server.transfer.ReceptionUpdate.Received;
import org.boxtribute.server.transfer.ShipmentContents.Item;
import org.boxtribute.server.warehouse.BoxState;
import org.boxtribute.server.warehouse.LocationRepository;
import org.boxtribute.server.warehouse.LocationType;

/**
 * The rules by which the boxes of a shipment are received, or found to be missing, and by which a
 * shipment ends: once it is decided of each box in it.
 */
@Singleton
final class ReceptionService {
  private final LockedShipments locked;
  private final ShipmentRepository shipments;
  private final ShipmentContents contents;
  private final ProductRepository products;
  private final SizeRangeRepository sizes;
  private final LocationRepository locations;
  private final TagRelations tags;

  ReceptionService(
      LockedShipments locked,
      ShipmentRepository shipments,
      ShipmentContents contents,
      ProductRepository products,
      SizeRangeRepository sizes,
      LocationRepository locations,
      TagRelations tags) {
    this.locked = locked;
    this.shipments = shipments;
    this.contents = contents;
    this.products = products;
    this.sizes = sizes;
    this.locations = locations;
    this.tags = tags;
  }

  /**
   * Receives boxes, all or none of them, and says of others that they did not arrive. Those of
   * other shipments are passed over, as are missing ones that it is decided on already. One that
   * was taken out of the shipment cannot be received.
   */
  ShipmentRecord update(Transaction transaction, ReceptionUpdate update) {
    ShipmentRecord shipment =
        locked.lock(transaction, update.shipment(), AT_TARGET, ShipmentState.RECEIVING);
    Goods goods = lockGoods(transaction, shipment, update.received());
    List<Item> items = contents.lock(transaction, shipment);

    refuseRemoved(transaction, shipment, update.received());
    List<Item> received = receive(transaction, items, update.received(), goods);
    for (Item item : items) {
      if (update.lostBoxes().contains(item.box().getLabelIdentifier()) && isAwaited(item)) {
        item.lose(transaction);
      }
    }
    tags.detachAll(transaction, TaggableResourceType.BOX, boxIds(received));
    complete(transaction, shipment, items);
    contents.store(transaction, shipment, items);
    return shipment;
  }

  private void refuseRemoved(
      Transaction transaction, ShipmentRecord shipment, List<Received> received) {
    if (!received.isEmpty()) {
      Set<Integer> details = ids(received, Received::detail);
      for (int removed : shipments.removed(transaction, shipment.getId(), details)) {
        throw notArriving(removed);
      }
    }
  }

  private static BadUserInput notArriving(int detail) {
    return new BadUserInput(
        "The box of the shipment detail '%d' is not being received.".formatted(detail));
  }

  private static boolean isAwaited(Item item) {
    return item.isOpenIn(BoxState.RECEIVING) || item.isOpenIn(BoxState.IN_TRANSIT);
  }

  private static Set<Integer> boxIds(List<Item> items) {
    return items.stream().map(item -> item.box().getId()).collect(toSet());
  }

  private List<Item> receive(
      Transaction transaction, List<Item> items, List<Received> inputs, Goods goods) {
    Map<Integer, Item> byDetail =
        items.stream().collect(toMap(item -> item.detail().getId(), Function.identity()));
    List<Item> received = new ArrayList<>();
    for (Received input : distinct(inputs).values()) {
      Item item = byDetail.get(input.detail());
      if (item == null) {
        continue;
      }
      if (!item.isOpenIn(BoxState.RECEIVING)) {
        throw notArriving(input.detail());
      }
      goods.require(input);
      item.receive(transaction, input);
      received.add(item);
    }
    return received;
  }

  /** What is said twice of a box has to be the same. */
  private static Map<Integer, Received> distinct(List<Received> inputs) {
    Map<Integer, Received> distinct = new LinkedHashMap<>();
    for (Received input : inputs) {
      Received other = distinct.put(input.detail(), input);
      if (other != null && !other.equals(input)) {
        throw new BadUserInput(
            "The shipment detail '%d' is to be received in two ways.".formatted(input.detail()));
      }
    }
    return distinct;
  }

  private Goods lockGoods(
      Transaction transaction, ShipmentRecord shipment, List<Received> received) {
    if (received.isEmpty()) {
      return new Goods(shipment.getTargetBaseId(), Map.of(), Set.of(), Map.of());
    }
    return new Goods(
        shipment.getTargetBaseId(),
        products.lockForShare(transaction, ids(received, Received::product)),
        sizes.sizesAmong(transaction, ids(received, Received::size)),
        locations.lockForShare(transaction, ids(received, Received::location)));
  }

  private static Set<Integer> ids(List<Received> received, ToIntFunction<Received> id) {
    return received.stream().mapToInt(id).boxed().collect(toSet());
  }

  /** What boxes are to become in a base, as far as it exists. */
  private record Goods(
      int base,
      Map<Integer, ProductRecord> products,
      Set<Integer> sizes,
      Map<Integer, LocationRecord> locations) {

    void require(Received input) {
      LocationRecord location = locations.get(input.location());
      require(
          location != null
              && location.getBaseId() == base
              && location.getDeletedOn() == null
              && location.getType() == LocationType.CLASSIC_LOCATION,
          "location",
          input.location());
      ProductRecord product = products.get(input.product());
      require(
          product != null && product.getBaseId() == base && product.getDeletedOn() == null,
          "product",
          input.product());
      require(sizes.contains(input.size()), "size", input.size());
      if (input.numberOfItems() < 0) {
        throw new BadUserInput("The number of items in a box must not be negative.");
      }
    }

    private void require(boolean fits, String resource, int id) {
      if (!fits) {
        throw new BadUserInput(
            "The %s '%d' is none of the base that receives the box, or is deleted."
                .formatted(resource, id));
      }
    }
  }

  /**
   * Ends a shipment if it is decided of each box in it: as lost if none arrived, or else as
   * complete. One that ended so before stays as it is.
   */
  private static void complete(Transaction transaction, ShipmentRecord shipment, List<Item> items) {
    List<Item> left = items.stream().filter(item -> item.detail().getRemovedOn() == null).toList();
    if (left.stream().anyMatch(Item::isOpen)) {
      return;
    }
    boolean allLost =
        !left.isEmpty() && left.stream().allMatch(item -> item.detail().getLostOn() != null);
    ShipmentState end = allLost ? ShipmentState.LOST : ShipmentState.COMPLETED;
    if (shipment.getState() != end) {
      shipment.setState(end);
      shipment.setCompletedOn(transaction.now());
      shipment.setCompletedById(transaction.user().id());
    }
  }

  /**
   * Takes it back that boxes did not arrive. Found by the base that sent them, they were never on
   * their way, and are in stock again; found by the other, they are received again. Boxes that are
   * not missing are passed over.
   */
  ShipmentRecord find(Transaction transaction, Set<Integer> boxIds) {
    ShipmentRecord shipment = lockShipmentOf(transaction, boxIds);
    AT_EITHER.check(transaction.user(), shipment);
    List<Item> items = contents.lock(transaction, shipment);
    List<Item> found =
        items.stream()
            .filter(item -> boxIds.contains(item.box().getId()))
            .filter(ReceptionService::isMissing)
            .toList();
    if (found.isEmpty()) {
      throw noneMissing();
    }
    if (transaction.user().holdsIn(SHIPMENT_EDIT, shipment.getSourceBaseId())) {
      for (Item item : found) {
        item.find(BoxState.IN_STOCK);
        item.takeOut(transaction);
      }
      complete(transaction, shipment, items);
    } else {
      found.forEach(item -> item.find(BoxState.RECEIVING));
      shipment.setState(ShipmentState.RECEIVING);
      shipment.setCompletedOn(null);
      shipment.setCompletedById(null);
    }
    contents.store(transaction, shipment, found);
    return shipment;
  }

  private static boolean isMissing(Item item) {
    return item.detail().getLostOn() != null && item.box().getState() == BoxState.NOT_DELIVERED;
  }

  /** The only shipment that has lost some of the boxes. */
  private ShipmentRecord lockShipmentOf(Transaction transaction, Set<Integer> boxIds) {
    Set<Integer> ids = shipments.losingAny(transaction, boxIds);
    if (ids.isEmpty()) {
      throw noneMissing();
    }
    if (ids.size() > 1) {
      throw new BadUserInput("The boxes are missing from several shipments.");
    }
    return shipments.lock(transaction, ids).getFirst();
  }

  private static BadUserInput noneMissing() {
    return new BadUserInput("None of the boxes is missing from a shipment.");
  }
}
