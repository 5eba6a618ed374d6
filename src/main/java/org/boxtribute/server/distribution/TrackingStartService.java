package org.boxtribute.server.distribution;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.boxtribute.server.graphql.error.BadUserInput;
import org.boxtribute.server.persistence.Transaction;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;
import org.boxtribute.server.persistence.schema.tables.records.DistributionEventsTrackingEntryRecord;
import org.boxtribute.server.persistence.schema.tables.records.DistributionEventsTrackingGroupRecord;
import org.boxtribute.server.persistence.schema.tables.records.UnboxedItemsCollectionRecord;
import org.boxtribute.server.warehouse.Boxes;

/**
 * How the counting of returned items begins: all that is packed for events that are over counts as
 * gone out, and is in no box any more.
 */
@Singleton
final class TrackingStartService {
  private final DistributionEventRepository events;
  private final PackedItemsRepository packedItems;
  private final Boxes boxes;

  TrackingStartService(
      DistributionEventRepository events, PackedItemsRepository packedItems, Boxes boxes) {
    this.events = events;
    this.packedItems = packedItems;
    this.boxes = boxes;
  }

  /** A product and a size. */
  private record Kind(int product, int size) {}

  /** Starts to count what came back from events of one base. */
  DistributionEventsTrackingGroupRecord start(Transaction transaction, TrackingGroupStart start) {
    List<DistributionEvent> locked = lock(transaction, start);
    List<UnboxedItemsCollectionRecord> unboxed =
        packedItems.lockUnboxedOf(transaction, start.events());
    List<BoxRecord> packed = boxes.lockPackedFor(transaction, start.events(), start.base());
    Map<Kind, Long> numbers = numbers(packed, unboxed);
    DistributionEventsTrackingGroupRecord group = transaction.insert(group(transaction, start));
    transaction.insert(entries(transaction, group, numbers));
    for (DistributionEvent event : locked) {
      event.row().setDistributionEventsTrackingGroupId(group.getId());
      event.row().setState(DistributionEventState.RETURN_TRACKING_IN_PROGRESS);
    }
    events.update(transaction, locked);
    unboxed.forEach(items -> items.setNumberOfItems(0));
    packedItems.update(transaction, unboxed);
    packed.stream()
        .filter(box -> BoxesOfBase.numberOfItems(box) > 0)
        .forEach(box -> box.setNumberOfItems(0));
    boxes.store(transaction, packed);
    return group;
  }

  private List<DistributionEvent> lock(Transaction transaction, TrackingGroupStart start) {
    List<DistributionEvent> locked = events.lock(transaction, start.events());
    Set<Integer> found = new TreeSet<>();
    locked.forEach(event -> found.add(event.id()));
    for (int id : start.events()) {
      if (!found.contains(id)) {
        throw BadUserInput.doesNotExist("DistributionEvent", id);
      }
    }
    for (DistributionEvent event : locked) {
      if (event.baseId() != start.base()) {
        throw new BadUserInput(
            "The distribution event '%d' is not of the base '%d'."
                .formatted(event.id(), start.base()));
      }
      if (event.row().getState() != DistributionEventState.RETURNED_FROM_DISTRIBUTION) {
        throw LockedEvents.stateForbids(event);
      }
      if (event.row().getDistributionEventsTrackingGroupId() != null) {
        throw new BadUserInput(
            "The distribution event '%d' is part of a tracking group.".formatted(event.id()));
      }
    }
    return locked;
  }

  private static Map<Kind, Long> numbers(
      List<BoxRecord> packed, List<UnboxedItemsCollectionRecord> unboxed) {
    Map<Kind, Long> numbers =
        new TreeMap<>(Comparator.comparingInt(Kind::product).thenComparingInt(Kind::size));
    for (BoxRecord box : packed) {
      int items = BoxesOfBase.numberOfItems(box);
      if (items > 0) {
        numbers.merge(kind(box), (long) items, Long::sum);
      }
    }
    for (UnboxedItemsCollectionRecord items : unboxed) {
      if (items.getNumberOfItems() > 0) {
        numbers.merge(
            new Kind(items.getProductId(), items.getSizeId()),
            (long) items.getNumberOfItems(),
            Long::sum);
      }
    }
    return numbers;
  }

  private static Kind kind(BoxRecord box) {
    Integer size = box.getSizeId();
    if (size == null) {
      throw new BadUserInput(
          "The items of the box '" + box.getLabelIdentifier() + "' have no size to count them by.");
    }
    return new Kind(box.getProductId(), size);
  }

  private static DistributionEventsTrackingGroupRecord group(
      Transaction transaction, TrackingGroupStart start) {
    DistributionEventsTrackingGroupRecord group = new DistributionEventsTrackingGroupRecord();
    group.setBaseId(start.base());
    group.setState(DistributionEventsTrackingGroupState.IN_PROGRESS);
    group.setCreatedOn(transaction.now());
    group.setCreatedBy(transaction.user().id());
    return group;
  }

  private static List<DistributionEventsTrackingEntryRecord> entries(
      Transaction transaction,
      DistributionEventsTrackingGroupRecord group,
      Map<Kind, Long> numbers) {
    List<DistributionEventsTrackingEntryRecord> entries = new ArrayList<>();
    numbers.forEach(
        (kind, number) ->
            entries.add(
                TrackingGroupRepository.newEntry(
                    transaction,
                    DistributionEventTrackingFlowDirection.OUT,
                    new ReturnedItems(
                        group.getId(),
                        kind.product(),
                        kind.size(),
                        ItemNumbers.storable(number)))));
    return entries;
  }
}
