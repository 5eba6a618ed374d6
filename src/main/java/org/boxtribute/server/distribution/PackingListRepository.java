package org.boxtribute.server.distribution;

import static org.boxtribute.server.persistence.schema.Tables.PACKING_LIST_ENTRY;
import static org.boxtribute.server.persistence.schema.Tables.PRODUCT;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.boxtribute.server.persistence.schema.tables.records.PackingListEntryRecord;
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

  private SelectOnConditionStep<Record2<PackingListEntryRecord, Integer>> entries() {
    return sql.select(PACKING_LIST_ENTRY, PRODUCT.BASE_ID)
        .from(PACKING_LIST_ENTRY)
        .join(PRODUCT)
        .on(PRODUCT.ID.eq(PACKING_LIST_ENTRY.PRODUCT_ID));
  }

  private static PackingListEntry entry(Record2<PackingListEntryRecord, Integer> row) {
    return new PackingListEntry(row.value1(), row.value2());
  }
}
