package org.boxtribute.server.distribution;

import static org.boxtribute.server.distribution.DistributionEventTrackingFlowDirection.BACK_TO_BOX;
import static org.boxtribute.server.distribution.DistributionEventTrackingFlowDirection.IN;
import static org.boxtribute.server.distribution.DistributionEventTrackingFlowDirection.OUT;
import static org.boxtribute.server.security.Permission.DISTRO_EVENT_WRITE;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import java.util.List;
import org.boxtribute.server.graphql.error.BadUserInput;
import org.boxtribute.server.persistence.Transaction;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;
import org.boxtribute.server.persistence.schema.tables.records.DistributionEventsTrackingEntryRecord;
import org.boxtribute.server.persistence.schema.tables.records.DistributionEventsTrackingGroupRecord;
import org.boxtribute.server.security.Requirement;
import org.boxtribute.server.warehouse.Boxes;

/**
 * The rules by which returned items are counted: no more comes back than went out, and no more goes
 * into boxes than came back. A group that is completed does not change, nor do its events.
 */
@Singleton
final class TrackingService {
  private static final Requirement<DistributionEventsTrackingGroupRecord> MAY_TRACK =
      requires(DISTRO_EVENT_WRITE).inBase(DistributionEventsTrackingGroupRecord::getBaseId);

  private final TrackingGroupRepository groups;
  private final DistributionEventRepository events;
  private final Boxes boxes;
  private final BoxesOfBase boxesOfBase;

  TrackingService(
      TrackingGroupRepository groups,
      DistributionEventRepository events,
      Boxes boxes,
      BoxesOfBase boxesOfBase) {
    this.groups = groups;
    this.events = events;
    this.boxes = boxes;
    this.boxesOfBase = boxesOfBase;
  }

  /** Says how many items of a kind came back, in the place of what was said before. */
  TrackingEntry setReturned(Transaction transaction, ReturnedItems returned) {
    lock(transaction, returned.group());
    TrackedItems tracked = groups.lockTracked(transaction, returned);
    requireGone(tracked, returned);
    if (returned.numberOfItems() > tracked.number(OUT)) {
      throw new BadUserInput(
          "%d items went out: %d cannot come back."
              .formatted(tracked.number(OUT), returned.numberOfItems()));
    }
    if (returned.numberOfItems() < tracked.number(BACK_TO_BOX)) {
      throw new BadUserInput(
          "%d of the returned items are in boxes again: there have to be as many."
              .formatted(tracked.number(BACK_TO_BOX)));
    }
    List<DistributionEventsTrackingEntryRecord> entries = tracked.going(IN);
    if (entries.isEmpty()) {
      return groups.insert(
          transaction, TrackingGroupRepository.newEntry(transaction, IN, returned));
    }
    entries.forEach(entry -> entry.setNumberOfItems(0));
    entries.getFirst().setNumberOfItems(returned.numberOfItems());
    return groups.update(transaction, entries).getFirst();
  }

  /** Puts returned items into a box of the base that holds the same. */
  TrackingEntry rebox(Transaction transaction, ReboxedItems reboxed) {
    ReturnedItems items = reboxed.items();
    DistributionEventsTrackingGroupRecord group = lock(transaction, items.group());
    TrackedItems tracked = groups.lockTracked(transaction, items);
    requireGone(tracked, items);
    BoxRecord box = boxes.lock(transaction, reboxed.targetBox());
    boxesOfBase.requireUsable(transaction, box, group.getBaseId());
    if (box.getProductId() != items.product() || box.getSizeId() != items.size()) {
      throw new BadUserInput(
          "The box '%s' holds another product or size.".formatted(box.getLabelIdentifier()));
    }
    long unboxed = tracked.number(IN) - tracked.number(BACK_TO_BOX);
    if (items.numberOfItems() > unboxed) {
      throw new BadUserInput(
          "Of the returned items, %d are not in a box, not %d."
              .formatted(unboxed, items.numberOfItems()));
    }
    box.setNumberOfItems(
        ItemNumbers.storable((long) BoxesOfBase.numberOfItems(box) + items.numberOfItems()));
    boxes.store(transaction, List.of(box));
    return groups.insert(
        transaction, TrackingGroupRepository.newEntry(transaction, BACK_TO_BOX, items));
  }

  /** Ends the counting, and with it the events. */
  DistributionEventsTrackingGroupRecord complete(Transaction transaction, int id) {
    DistributionEventsTrackingGroupRecord group = lock(transaction, id);
    List<DistributionEvent> locked = events.lockOfTrackingGroup(transaction, id);
    locked.forEach(event -> event.row().setState(DistributionEventState.COMPLETED));
    events.update(transaction, locked);
    group.setState(DistributionEventsTrackingGroupState.COMPLETED);
    groups.update(transaction, group);
    return group;
  }

  private static void requireGone(TrackedItems tracked, ReturnedItems items) {
    if (tracked.going(OUT).isEmpty()) {
      throw new BadUserInput(
          "No items of the product '%d' and the size '%d' went out."
              .formatted(items.product(), items.size()));
    }
  }

  /** A group is locked before anything else of it, so one write at a time decides on its counts. */
  private DistributionEventsTrackingGroupRecord lock(Transaction transaction, int id) {
    DistributionEventsTrackingGroupRecord group =
        groups
            .lock(transaction, id)
            .orElseThrow(() -> BadUserInput.doesNotExist("DistributionEventsTrackingGroup", id));
    MAY_TRACK.check(transaction.user(), group);
    if (group.getState() != DistributionEventsTrackingGroupState.IN_PROGRESS) {
      throw new BadUserInput("The tracking group '" + id + "' is completed.");
    }
    return group;
  }
}
