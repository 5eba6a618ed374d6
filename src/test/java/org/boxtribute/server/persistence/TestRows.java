package org.boxtribute.server.persistence;

import static org.boxtribute.server.persistence.schema.Tables.BENEFICIARY;
import static org.boxtribute.server.persistence.schema.Tables.BOX;
import static org.boxtribute.server.persistence.schema.Tables.DISTRIBUTION_EVENT;
import static org.boxtribute.server.persistence.schema.Tables.DISTRIBUTION_EVENTS_TRACKING_ENTRY;
import static org.boxtribute.server.persistence.schema.Tables.DISTRIBUTION_EVENTS_TRACKING_GROUP;
import static org.boxtribute.server.persistence.schema.Tables.HISTORY_ENTRY;
import static org.boxtribute.server.persistence.schema.Tables.LOCATION;
import static org.boxtribute.server.persistence.schema.Tables.PACKING_LIST_ENTRY;
import static org.boxtribute.server.persistence.schema.Tables.PRODUCT;
import static org.boxtribute.server.persistence.schema.Tables.QR_CODE;
import static org.boxtribute.server.persistence.schema.Tables.SHIPMENT;
import static org.boxtribute.server.persistence.schema.Tables.SHIPMENT_DETAIL;
import static org.boxtribute.server.persistence.schema.Tables.TAG;
import static org.boxtribute.server.persistence.schema.Tables.TAG_RELATION;
import static org.boxtribute.server.persistence.schema.Tables.TRANSFER_AGREEMENT;
import static org.boxtribute.server.persistence.schema.Tables.TRANSFER_AGREEMENT_DETAIL;
import static org.boxtribute.server.persistence.schema.Tables.UNBOXED_ITEMS_COLLECTION;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.max;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.boxtribute.server.persistence.schema.tables.records.HistoryEntryRecord;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the tables that mutations write to, those of the demo data left out: what a test
 * added, and what the server did to it.
 */
final class TestRows {
  private static final List<Table<?>> TABLES =
      List.of(
          BENEFICIARY,
          BOX,
          HISTORY_ENTRY,
          PRODUCT,
          QR_CODE,
          SHIPMENT,
          SHIPMENT_DETAIL,
          TAG,
          TAG_RELATION,
          TRANSFER_AGREEMENT,
          TRANSFER_AGREEMENT_DETAIL,
          LOCATION,
          DISTRIBUTION_EVENT,
          PACKING_LIST_ENTRY,
          UNBOXED_ITEMS_COLLECTION,
          DISTRIBUTION_EVENTS_TRACKING_GROUP,
          DISTRIBUTION_EVENTS_TRACKING_ENTRY);

  private final DSLContext sql;
  private final Map<Table<?>, Integer> lastDemoIds = new HashMap<>();

  /** A row's table and id. */
  record Key(String table, Integer id) {}

  /** Takes all rows that are there for demo data. */
  TestRows(DSLContext sql) {
    this.sql = sql;
    for (Table<?> table : TABLES) {
      lastDemoIds.put(
          table, sql.select(coalesce(max(id(table)), 0)).from(table).fetchSingle().value1());
    }
  }

  /** The rows as they are now. */
  Map<Key, Record> now() {
    Map<Key, Record> rows = new HashMap<>();
    lastDemoIds.forEach(
        (table, last) ->
            sql.selectFrom(table)
                .where(id(table).gt(last))
                .forEach(row -> rows.put(new Key(table.getName(), row.get(id(table))), row)));
    return rows;
  }

  /**
   * What a write did between two moments, told so that it is equal for equal writes: each new or
   * changed row by its table and the columns that were set, a history entry by its text.
   */
  static List<String> changes(Map<Key, Record> before, Map<Key, Record> after) {
    List<String> changes = new ArrayList<>();
    after.forEach(
        (key, row) -> {
          Record old = before.get(key);
          if (!row.equals(old)) {
            changes.add((old == null ? "new " : "changed ") + key.table() + told(old, row));
          }
        });
    before.keySet().stream()
        .filter(key -> !after.containsKey(key))
        .forEach(key -> changes.add("no more " + key.table()));
    return changes.stream().sorted().toList();
  }

  private static String told(@Nullable Record old, Record row) {
    return row instanceof HistoryEntryRecord entry
        ? " " + entry.getChanges()
        : Stream.of(row.fields())
            .filter(field -> !Objects.equals(old == null ? null : old.get(field), row.get(field)))
            .map(Field::getName)
            .collect(Collectors.joining(" ", " ", ""));
  }

  private static Field<Integer> id(Table<?> table) {
    return Objects.requireNonNull(table.field("id", Integer.class));
  }
}
