package org.boxtribute.server.distribution;

import static java.util.stream.Collectors.toSet;
import static org.boxtribute.server.persistence.schema.Tables.BOX;
import static org.boxtribute.server.persistence.schema.Tables.UNBOXED_ITEMS_COLLECTION;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.boxtribute.server.persistence.Transaction;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;
import org.boxtribute.server.persistence.schema.tables.records.UnboxedItemsCollectionRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Statements about what is packed for events, in boxes and without. */
@Singleton
final class PackedItemsRepository {
  private final DSLContext sql;

  PackedItemsRepository(DSLContext sql) {
    this.sql = sql;
  }

  /** The boxes packed for each of the given events, deleted ones included. */
  Map<Integer, List<BoxRecord>> boxesOf(Set<Integer> events) {
    return sql.selectFrom(BOX)
        .where(BOX.DISTRIBUTION_EVENT_ID.in(events))
        .orderBy(BOX.ID)
        .fetchGroups(BOX.DISTRIBUTION_EVENT_ID, row -> row);
  }

  /** The items packed for each of the given events without their boxes. */
  Map<Integer, List<UnboxedItemsCollectionRecord>> unboxedItemsOf(Set<Integer> events) {
    return sql.selectFrom(UNBOXED_ITEMS_COLLECTION)
        .where(UNBOXED_ITEMS_COLLECTION.DISTRIBUTION_EVENT_ID.in(events))
        .orderBy(UNBOXED_ITEMS_COLLECTION.ID)
        .fetchGroups(UNBOXED_ITEMS_COLLECTION.DISTRIBUTION_EVENT_ID, row -> row);
  }

  /** The unboxed items of an id, if there are any. */
  Optional<UnboxedItemsCollectionRecord> findUnboxed(Transaction transaction, int id) {
    return transaction
        .sql()
        .fetchOptional(UNBOXED_ITEMS_COLLECTION, UNBOXED_ITEMS_COLLECTION.ID.eq(id));
  }

  /** Locks the unboxed items of an id that is known to exist: they are never deleted. */
  UnboxedItemsCollectionRecord lockUnboxed(Transaction transaction, int id) {
    return lock(transaction, UNBOXED_ITEMS_COLLECTION.ID.eq(id)).getFirst();
  }

  /**
   * Locks the unboxed items of a kind, if there are any; where old data have several, the first.
   */
  Optional<UnboxedItemsCollectionRecord> lockUnboxed(Transaction transaction, PackedItems kind) {
    return lock(
            transaction,
            UNBOXED_ITEMS_COLLECTION
                .DISTRIBUTION_EVENT_ID
                .eq(kind.eventId())
                .and(UNBOXED_ITEMS_COLLECTION.PRODUCT_ID.eq(kind.productId()))
                .and(UNBOXED_ITEMS_COLLECTION.SIZE_ID.eq(kind.sizeId())))
        .stream()
        .findFirst();
  }

  /** Locks the items packed for events without their boxes. */
  List<UnboxedItemsCollectionRecord> lockUnboxedOf(Transaction transaction, Set<Integer> events) {
    return lock(transaction, UNBOXED_ITEMS_COLLECTION.DISTRIBUTION_EVENT_ID.in(events));
  }

  private static List<UnboxedItemsCollectionRecord> lock(
      Transaction transaction, Condition condition) {
    return transaction
        .sql()
        .selectFrom(UNBOXED_ITEMS_COLLECTION)
        .where(condition)
        .orderBy(UNBOXED_ITEMS_COLLECTION.ID)
        .forUpdate()
        .fetch();
  }

  /** Stores those of the numbers of unboxed items that differ, with who did that and when. */
  void update(Transaction transaction, List<UnboxedItemsCollectionRecord> unboxed) {
    for (UnboxedItemsCollectionRecord items : unboxed) {
      if (!items
          .getNumberOfItems()
          .equals(items.original(UNBOXED_ITEMS_COLLECTION.NUMBER_OF_ITEMS))) {
        items.setLastModifiedOn(transaction.now());
        items.setLastModifiedBy(transaction.user().id());
      }
    }
    transaction.update(UNBOXED_ITEMS_COLLECTION.ID, unboxed);
  }

  /**
   * The boxes, and after them the unboxed items, of each of the given kinds. Nearly all that is
   * packed for an event is on its packing list, so all of it is read, along the events' index.
   */
  Map<PackedItems, List<Record>> matching(Set<PackedItems> wanted) {
    Set<Integer> events = wanted.stream().map(PackedItems::eventId).collect(toSet());
    Map<PackedItems, List<Record>> packed = new HashMap<>();
    for (List<BoxRecord> boxes : boxesOf(events).values()) {
      boxes.forEach(box -> rowsOf(PackedItems.in(box), packed).add(box));
    }
    for (List<UnboxedItemsCollectionRecord> collections : unboxedItemsOf(events).values()) {
      collections.forEach(items -> rowsOf(PackedItems.in(items), packed).add(items));
    }
    packed.keySet().retainAll(wanted);
    return packed;
  }

  private static List<Record> rowsOf(PackedItems kind, Map<PackedItems, List<Record>> packed) {
    return packed.computeIfAbsent(kind, k -> new ArrayList<>());
  }
}
