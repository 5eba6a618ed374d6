package org.boxtribute.server.persistence;

import static org.boxtribute.server.persistence.schema.Tables.HISTORY_ENTRY;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.boxtribute.server.persistence.schema.tables.records.HistoryEntryRecord;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.TableRecord;
import org.jspecify.annotations.Nullable;

/**
 * What one transaction adds to the table {@code history}, written at its end by one statement.
 *
 * <p>The texts are data that other programs read, and are kept as they are in existing databases: a
 * row's creation and deletion have a fixed text; a change of a number or of a reference is told by
 * the bare name of the column beside the numbers; a change of a text is told in words.
 *
 * <p>Belongs to one transaction, and so to one thread.
 */
public final class ChangeHistory {
  private static final String CREATED = "Record created";
  private static final String DELETED = "Record deleted";

  private static final int MAX_BYTES_OF_CHARACTER = 3;

  private final int userId;
  private final Instant now;
  private final List<HistoryEntryRecord> entries = new ArrayList<>();

  ChangeHistory(int userId, Instant now) {
    this.userId = userId;
    this.now = now;
  }

  /** Tells that a row was created. */
  public void created(Table<?> table, int rowId) {
    note(table, rowId, CREATED);
  }

  /** Tells that a row was deleted. */
  public void deleted(Table<?> table, int rowId) {
    note(table, rowId, DELETED);
  }

  /** Tells something about a row in words. */
  public void note(Table<?> table, int rowId, String text) {
    entry(table, rowId, text);
  }

  /** Tells of a changed quantity in words and numbers; null stands for no quantity. */
  public void quantity(
      Table<?> table, int rowId, String text, @Nullable Double from, @Nullable Double to) {
    HistoryEntryRecord entry = entry(table, rowId, text);
    entry.setFromFloat(from);
    entry.setToFloat(to);
  }

  /**
   * Tells of each of the columns whether it differs from what was read.
   *
   * @param row as it is to be stored, and read in this transaction
   * @return whether any of them differs
   */
  @SafeVarargs
  public final <R extends TableRecord<R>> boolean changed(
      int rowId, R row, TableField<R, ?>... columns) {
    boolean anyChanged = false;
    for (TableField<R, ?> column : columns) {
      anyChanged |= changed(rowId, row, column);
    }
    return anyChanged;
  }

  private <R extends TableRecord<R>, T> boolean changed(int rowId, R row, TableField<R, T> column) {
    if (Objects.equals(row.original(column), row.get(column))) {
      return false;
    }
    Table<R> table = Objects.requireNonNull(column.getTable());
    Object from = column.getConverter().to(row.original(column));
    Object to = column.getConverter().to(row.get(column));
    if (isNumber(from) || isNumber(to)) {
      HistoryEntryRecord entry = entry(table, rowId, column.getName());
      entry.setFromInt(number(from));
      entry.setToInt(number(to));
    } else {
      note(
          table,
          rowId,
          "%s changed from \"%s\" to \"%s\";".formatted(column.getName(), text(from), text(to)));
    }
    return true;
  }

  private HistoryEntryRecord entry(Table<?> table, int rowId, String text) {
    HistoryEntryRecord entry = new HistoryEntryRecord();
    // Entries with the same columns set are one batch, and so are stored in their order.
    entry.setFromInt(null);
    entry.setToInt(null);
    entry.setFromFloat(null);
    entry.setToFloat(null);
    entry.setTableName(table.getName());
    entry.setRecordId(rowId);
    entry.setChanges(cutToFit(text));
    entry.setUserId(userId);
    entry.setChangeDate(now);
    entries.add(entry);
    return entry;
  }

  void write(DSLContext sql) {
    if (!entries.isEmpty()) {
      sql.batchInsert(entries).execute();
    }
  }

  /**
   * An entry tells of a long text as much as it can hold. Nothing is lost by that: the new text is
   * in the changed row itself.
   */
  private static String cutToFit(String text) {
    int limit = HISTORY_ENTRY.CHANGES.getDataType().length();
    if (text.length() * MAX_BYTES_OF_CHARACTER <= limit) {
      return text;
    }
    CharBuffer characters = CharBuffer.wrap(text);
    StandardCharsets.UTF_8.newEncoder().encode(characters, ByteBuffer.allocate(limit), true);
    return text.substring(0, characters.position());
  }

  private static boolean isNumber(@Nullable Object stored) {
    return stored instanceof Number || stored instanceof Boolean;
  }

  private static @Nullable Integer number(@Nullable Object stored) {
    return switch (stored) {
      case Number number -> number.intValue();
      case Boolean flag -> flag ? 1 : 0;
      case null, default -> null;
    };
  }

  /** Existing entries have this word where there was no text. */
  private static String text(@Nullable Object stored) {
    return stored == null ? "None" : stored.toString();
  }
}
