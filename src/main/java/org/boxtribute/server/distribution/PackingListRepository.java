package org.boxtribute.server.distribution;

import static org.boxtribute.server.persistence.schema.Tables.PACKING_LIST_ENTRY;
import static org.boxtribute.server.persistence.schema.Tables.PRODUCT;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.boxtribute.server.persistence.Transaction;
import org.boxtribute.server.persistence.schema.tables.records.PackingListEntryRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.SelectOnConditionStep;

/** Statements about packing lists. */
@Singleton
final class PackingListRepository {
  private final DSLContext sql;

  PackingListRepository(DSLContext sql) {
    this.sql = sql;
  }

  /** The entry of an id, if there is one. */
  Optional<PackingListEntry> find(int id) {
    return entries()
        .where(PACKING_LIST_ENTRY.ID.eq(id))
        .fetchOptional(PackingListRepository::entry);
  }

  /** The entries for each of the given events. */
  Map<Integer, List<PackingListEntry>> ofEvents(Set<Integer> events) {
    return entries()
        .where(PACKING_LIST_ENTRY.DISTRIBUTION_EVENT_ID.in(events))
        .orderBy(PACKING_LIST_ENTRY.ID)
        .fetchGroups(row -> row.value1().getDistributionEventId(), PackingListRepository::entry);
  }

  /** The event of the entry of an id, if there is one. */
  Optional<Integer> eventOf(Transaction transaction, int id) {
    return transaction
        .sql()
        .select(PACKING_LIST_ENTRY.DISTRIBUTION_EVENT_ID)
        .from(PACKING_LIST_ENTRY)
        .where(PACKING_LIST_ENTRY.ID.eq(id))
        .fetchOptional(PACKING_LIST_ENTRY.DISTRIBUTION_EVENT_ID);
  }

  /** Locks the entry of an id, if there is one. */
  Optional<PackingListEntryRecord> lock(Transaction transaction, int id) {
    return locked(transaction, PACKING_LIST_ENTRY.ID.eq(id)).stream().findFirst();
  }

  /** Locks the packing list of an event. */
  List<PackingListEntryRecord> lockOfEvent(Transaction transaction, int event) {
    return locked(transaction, PACKING_LIST_ENTRY.DISTRIBUTION_EVENT_ID.eq(event));
  }

  /** Locks what is on the packing list of an event of some products. */
  List<PackingListEntryRecord> lock(Transaction transaction, int event, Set<Integer> products) {
    return locked(
        transaction,
        PACKING_LIST_ENTRY
            .DISTRIBUTION_EVENT_ID
            .eq(event)
            .and(PACKING_LIST_ENTRY.PRODUCT_ID.in(products)));
  }

  private static List<PackingListEntryRecord> locked(Transaction transaction, Condition condition) {
    return transaction
        .sql()
        .selectFrom(PACKING_LIST_ENTRY)
        .where(condition)
        .orderBy(PACKING_LIST_ENTRY.ID)
        .forUpdate()
        .fetch();
  }

  /** Stores what was set on an entry that the transaction has locked, if it differs. */
  PackingListEntry update(Transaction transaction, PackingListEntryRecord entry) {
    if (!entry.original(PACKING_LIST_ENTRY.NUMBER_OF_ITEMS).equals(entry.getNumberOfItems())) {
      entry.setLastModifiedOn(transaction.now());
      entry.setLastModifiedBy(transaction.user().id());
      transaction.update(PACKING_LIST_ENTRY.ID, List.of(entry));
    }
    return entries(transaction.sql())
        .where(PACKING_LIST_ENTRY.ID.eq(entry.getId()))
        .fetchSingle(PackingListRepository::entry);
  }

  /** Deletes entries; if there are none, no statement is sent. */
  void delete(Transaction transaction, List<PackingListEntryRecord> entries) {
    if (entries.isEmpty()) {
      return;
    }
    transaction
        .sql()
        .deleteFrom(PACKING_LIST_ENTRY)
        .where(
            PACKING_LIST_ENTRY.ID.in(entries.stream().map(PackingListEntryRecord::getId).toList()))
        .execute();
  }

  private SelectOnConditionStep<Record2<PackingListEntryRecord, Integer>> entries() {
    return entries(sql);
  }

  private static SelectOnConditionStep<Record2<PackingListEntryRecord, Integer>> entries(
      DSLContext sql) {
    return sql.select(PACKING_LIST_ENTRY, PRODUCT.BASE_ID)
        .from(PACKING_LIST_ENTRY)
        .join(PRODUCT)
        .on(PRODUCT.ID.eq(PACKING_LIST_ENTRY.PRODUCT_ID));
  }

  private static PackingListEntry entry(Record2<PackingListEntryRecord, Integer> row) {
    return new PackingListEntry(row.value1(), row.value2());
  }
}
