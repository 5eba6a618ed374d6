package org.boxtribute.server.distribution;

import static java.util.stream.Collectors.toSet;
import static org.boxtribute.server.persistence.schema.Tables.BOX;
import static org.boxtribute.server.persistence.schema.Tables.UNBOXED_ITEMS_COLLECTION;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;
import org.boxtribute.server.persistence.schema.tables.records.UnboxedItemsCollectionRecord;
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
