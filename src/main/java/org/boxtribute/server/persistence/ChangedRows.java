package org.boxtribute.server.persistence;

import static java.util.stream.Collectors.toCollection;
import static org.jooq.impl.DSL.choose;
import static org.jooq.impl.DSL.val;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.TableRecord;

/**
 * Rows of one table of which some columns were set to something else than what was read of them.
 *
 * @param id the column with the rows' ids
 * @param rows those that differ
 */
record ChangedRows<R extends TableRecord<R>>(TableField<R, Integer> id, List<R> rows) {

  /** Those of the rows that differ from what was read of them. */
  static <R extends TableRecord<R>> ChangedRows<R> of(
      TableField<R, Integer> id, Collection<R> rows) {
    return new ChangedRows<>(
        id,
        rows.stream()
            .filter(row -> row.fieldStream().anyMatch(column -> differs(row, column)))
            .toList());
  }

  /** Stores all of them by one statement; if there are none, none is sent. */
  void store(DSLContext sql) {
    if (rows.isEmpty()) {
      return;
    }
    Table<R> table = Objects.requireNonNull(id.getTable());
    Map<Field<?>, Field<?>> changes = new LinkedHashMap<>();
    for (Field<?> column : table.fields()) {
      if (rows.stream().anyMatch(row -> differs(row, column))) {
        changes.put(column, newValues(column));
      }
    }
    Set<Integer> ids = rows.stream().map(row -> row.get(id)).collect(toCollection(TreeSet::new));
    sql.update(table).set(changes).where(id.in(ids)).execute();
  }

  /** What a column gets: the same value in all of the rows, or in each row its own. */
  private <T> Field<T> newValues(Field<T> column) {
    if (rows.stream().map(row -> row.get(column)).distinct().count() == 1) {
      return val(rows.getFirst().get(column), column);
    }
    Map<Field<Integer>, Field<T>> valueOf = new LinkedHashMap<>();
    for (R row : rows) {
      if (differs(row, column)) {
        valueOf.put(val(row.get(id)), val(row.get(column), column));
      }
    }
    return choose(id).mapFields(valueOf).otherwise(column);
  }

  private static boolean differs(TableRecord<?> row, Field<?> column) {
    return !Objects.equals(row.original(column), row.get(column));
  }
}
