package org.boxtribute.server.distribution;

import static org.boxtribute.server.security.Permission.DISTRO_EVENT_WRITE;
import static org.boxtribute.server.security.Permission.STOCK_WRITE;
import static org.boxtribute.server.security.Permission.UNBOXED_ITEMS_COLLECTION_WRITE;

import jakarta.inject.Singleton;
import java.util.List;
import org.boxtribute.server.graphql.error.BadUserInput;
import org.boxtribute.server.persistence.Transaction;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;
import org.boxtribute.server.persistence.schema.tables.records.UnboxedItemsCollectionRecord;
import org.boxtribute.server.warehouse.Boxes;

/**
 * The rules of what is packed for events: whole boxes, and items that were taken out of boxes. What
 * is packed may change until the event's returns are counted. An event has one collection at most
 * of unboxed items of a product and a size.
 */
@Singleton
final class PackingService {
  private final LockedEvents events;
  private final PackedItemsRepository packedItems;
  private final Boxes boxes;
  private final BoxesOfBase boxesOfBase;

  PackingService(
      LockedEvents events,
      PackedItemsRepository packedItems,
      Boxes boxes,
      BoxesOfBase boxesOfBase) {
    this.events = events;
    this.packedItems = packedItems;
    this.boxes = boxes;
    this.boxesOfBase = boxesOfBase;
  }

  /** Packs a box for an event, as a whole; it leaves the event that it was packed for before. */
  BoxRecord assign(Transaction transaction, BoxOfEvent assignment) {
    DistributionEvent event = events.lock(transaction, assignment.event(), STOCK_WRITE);
    BoxRecord box = lock(transaction, assignment.label());
    LockedEvents.requireOpen(event);
    boxesOfBase.requireUsable(transaction, box, event.baseId());
    box.setDistributionEventId(event.id());
    return stored(transaction, box);
  }

  /** Takes a box out of the event that it is packed for. A box that is packed for none stays so. */
  BoxRecord unassign(Transaction transaction, BoxOfEvent assignment) {
    DistributionEvent event = events.lock(transaction, assignment.event());
    BoxRecord box = lock(transaction, assignment.label());
    LockedEvents.requireOpen(event);
    Integer packedFor = box.getDistributionEventId();
    if (packedFor != null && packedFor != event.id()) {
      throw new BadUserInput(
          "The box '%s' is packed for another distribution event, '%d'."
              .formatted(box.getLabelIdentifier(), packedFor));
    }
    box.setDistributionEventId(null);
    return stored(transaction, box);
  }

  /** Takes items out of a box for an event. */
  UnboxedItemsCollectionRecord unbox(Transaction transaction, Unboxing unboxing) {
    DistributionEvent event =
        events.lock(transaction, unboxing.boxOfEvent().event(), UNBOXED_ITEMS_COLLECTION_WRITE);
    BoxRecord box = lock(transaction, unboxing.boxOfEvent().label());
    LockedEvents.requireOpen(event);
    boxesOfBase.requireUsable(transaction, box, event.baseId());
    int items = BoxesOfBase.numberOfItems(box);
    if (unboxing.numberOfItems() > items) {
      throw new BadUserInput(
          "The box '%s' has %d items, not %d."
              .formatted(box.getLabelIdentifier(), items, unboxing.numberOfItems()));
    }
    UnboxedItemsCollectionRecord unboxed =
        packedItems
            .lockUnboxed(
                transaction, new PackedItems(event.id(), box.getProductId(), box.getSizeId()))
            .orElseGet(() -> transaction.insert(empty(transaction, event, box)));
    box.setNumberOfItems(items - unboxing.numberOfItems());
    boxes.store(transaction, List.of(box));
    return renumbered(
        transaction, unboxed, (long) unboxed.getNumberOfItems() + unboxing.numberOfItems());
  }

  /** Takes items off what is packed without a box: they are packed for nothing any more. */
  UnboxedItemsCollectionRecord remove(Transaction transaction, UnboxedItemsRemoval removal) {
    int id = removal.collection();
    UnboxedItemsCollectionRecord found =
        packedItems
            .findUnboxed(transaction, id)
            .orElseThrow(() -> BadUserInput.doesNotExist("UnboxedItemsCollection", id));
    events.lockOpen(transaction, found.getDistributionEventId(), DISTRO_EVENT_WRITE);
    UnboxedItemsCollectionRecord unboxed = packedItems.lockUnboxed(transaction, id);
    if (removal.numberOfItems() > unboxed.getNumberOfItems()) {
      throw new BadUserInput(
          "There are %d unboxed items, not %d."
              .formatted(unboxed.getNumberOfItems(), removal.numberOfItems()));
    }
    return renumbered(
        transaction, unboxed, (long) unboxed.getNumberOfItems() - removal.numberOfItems());
  }

  private BoxRecord lock(Transaction transaction, String label) {
    BoxRecord box = boxes.lock(transaction, label);
    boxes.check(transaction, STOCK_WRITE, List.of(box));
    return box;
  }

  private BoxRecord stored(Transaction transaction, BoxRecord box) {
    boxes.store(transaction, List.of(box));
    return boxes.written(transaction, List.of(box)).getFirst();
  }

  private static UnboxedItemsCollectionRecord empty(
      Transaction transaction, DistributionEvent event, BoxRecord box) {
    UnboxedItemsCollectionRecord unboxed = new UnboxedItemsCollectionRecord();
    unboxed.setDistributionEventId(event.id());
    unboxed.setProductId(box.getProductId());
    unboxed.setSizeId(box.getSizeId());
    unboxed.setLocationId(box.getLocationId());
    unboxed.setNumberOfItems(0);
    unboxed.setCreatedOn(transaction.now());
    unboxed.setCreatedBy(transaction.user().id());
    return unboxed;
  }

  private UnboxedItemsCollectionRecord renumbered(
      Transaction transaction, UnboxedItemsCollectionRecord unboxed, long numberOfItems) {
    unboxed.setNumberOfItems(ItemNumbers.storable(numberOfItems));
    packedItems.update(transaction, List.of(unboxed));
    return unboxed;
  }
}
