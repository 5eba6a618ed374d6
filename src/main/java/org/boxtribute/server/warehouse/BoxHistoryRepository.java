package org.boxtribute.server.warehouse;

import static java.util.Comparator.comparing;
import static java.util.Comparator.nullsLast;
import static java.util.Comparator.reverseOrder;
import static org.boxtribute.server.persistence.schema.Tables.BOX;
import static org.boxtribute.server.persistence.schema.Tables.BOX_STATE;
import static org.boxtribute.server.persistence.schema.Tables.HISTORY_ENTRY;
import static org.boxtribute.server.persistence.schema.Tables.LOCATION;
import static org.boxtribute.server.persistence.schema.Tables.PRODUCT;
import static org.boxtribute.server.persistence.schema.Tables.SIZE;
import static org.boxtribute.server.persistence.schema.Tables.TAG;
import static org.boxtribute.server.persistence.schema.Tables.TAG_RELATION;
import static org.boxtribute.server.persistence.schema.Tables.UNIT;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.boxtribute.server.persistence.schema.tables.BoxState;
import org.boxtribute.server.persistence.schema.tables.Location;
import org.boxtribute.server.persistence.schema.tables.Product;
import org.boxtribute.server.persistence.schema.tables.Size;
import org.boxtribute.server.persistence.schema.tables.Unit;
import org.boxtribute.server.tag.TaggableResourceType;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/** Statements about what happened to boxes. */
@Singleton
final class BoxHistoryRepository {
  private static final Comparator<BoxHistoryEntry> NEWEST_FIRST =
      comparing(BoxHistoryEntry::changedOn, nullsLast(reverseOrder()))
          .thenComparing(BoxHistoryEntry::isCreation);
  private static final Names OLD = Names.of("old");
  private static final Names NEW = Names.of("new");

  private final DSLContext sql;

  BoxHistoryRepository(DSLContext sql) {
    this.sql = sql;
  }

  /** What happened to each of the given boxes, the newest first. */
  Map<Integer, List<BoxHistoryEntry>> ofBoxes(Set<Integer> boxes) {
    Map<Integer, List<BoxHistoryEntry>> changes = changes(boxes);
    Map<Integer, List<Record>> tags = tags(boxes);
    Map<Integer, List<BoxHistoryEntry>> histories = new HashMap<>();
    for (Integer box : boxes) {
      histories.put(
          box,
          newestFirst(changes.getOrDefault(box, List.of()), tags.getOrDefault(box, List.of())));
    }
    return histories;
  }

  /**
   * Of one second, the box's own changes come first, then its new tags, then its former ones, and
   * its creation last.
   */
  private static List<BoxHistoryEntry> newestFirst(
      List<BoxHistoryEntry> changes, List<Record> tags) {
    return Stream.of(
            changes.stream(),
            tags.stream().flatMap(BoxHistoryRepository::assignment),
            tags.stream().flatMap(BoxHistoryRepository::removal))
        .flatMap(part -> part)
        .sorted(NEWEST_FIRST)
        .toList();
  }

  /** The changes of each of the given boxes, the newest first. */
  private Map<Integer, List<BoxHistoryEntry>> changes(Set<Integer> boxes) {
    return sql.select(
            HISTORY_ENTRY.ID,
            HISTORY_ENTRY.RECORD_ID,
            HISTORY_ENTRY.CHANGES,
            HISTORY_ENTRY.CHANGE_DATE,
            HISTORY_ENTRY.USER_ID,
            HISTORY_ENTRY.FROM_INT,
            HISTORY_ENTRY.TO_INT)
        .select(OLD.fields())
        .select(NEW.fields())
        .from(
            NEW.joinedTo(OLD.joinedTo(HISTORY_ENTRY, HISTORY_ENTRY.FROM_INT), HISTORY_ENTRY.TO_INT))
        .where(HISTORY_ENTRY.TABLE_NAME.eq(BOX.getName()))
        .and(HISTORY_ENTRY.RECORD_ID.in(boxes))
        .orderBy(HISTORY_ENTRY.ID.desc())
        .fetchGroups(HISTORY_ENTRY.RECORD_ID, BoxHistoryRepository::change);
  }

  /** The tags that each of the given boxes has or had, deleted tags included, the oldest first. */
  private Map<Integer, List<Record>> tags(Set<Integer> boxes) {
    return sql.select(TAG_RELATION.fields())
        .select(TAG.NAME, BOX.CREATED_ON)
        .from(TAG_RELATION)
        .join(TAG)
        .on(TAG.ID.eq(TAG_RELATION.TAG_ID))
        .join(BOX)
        .on(BOX.ID.eq(TAG_RELATION.OBJECT_ID))
        .where(TAG_RELATION.OBJECT_TYPE.eq(TaggableResourceType.BOX))
        .and(TAG_RELATION.OBJECT_ID.in(boxes))
        .orderBy(TAG_RELATION.ID)
        .fetchGroups(TAG_RELATION.OBJECT_ID, row -> row);
  }

  /** Holds where the entry is about the column and its value is the id. */
  private static Condition refers(
      TableField<?, ?> column, Field<Integer> value, Field<Integer> id) {
    return HISTORY_ENTRY.CHANGES.eq(column.getName()).and(id.eq(value));
  }

  private static BoxHistoryEntry change(Record row) {
    return new BoxHistoryEntry(
        String.valueOf(row.get(HISTORY_ENTRY.ID)),
        BoxHistoryEntry.textOf(
            Objects.requireNonNullElse(row.get(HISTORY_ENTRY.CHANGES), ""),
            OLD.nameOr(row, HISTORY_ENTRY.FROM_INT),
            NEW.nameOr(row, HISTORY_ENTRY.TO_INT)),
        row.get(HISTORY_ENTRY.CHANGE_DATE),
        row.get(HISTORY_ENTRY.USER_ID));
  }

  /** Tags that a box had from the start are no change of the box. */
  private static Stream<BoxHistoryEntry> assignment(Record row) {
    Instant assignedOn = row.get(TAG_RELATION.CREATED_ON);
    return assignedOn == null || assignedOn.equals(row.get(BOX.CREATED_ON))
        ? Stream.empty()
        : Stream.of(
            new BoxHistoryEntry(
                "ta" + row.get(TAG_RELATION.ID),
                "assigned tag '" + row.get(TAG.NAME) + "' to box",
                assignedOn,
                row.get(TAG_RELATION.CREATED_BY)));
  }

  private static Stream<BoxHistoryEntry> removal(Record row) {
    Instant removedOn = row.get(TAG_RELATION.DELETED_ON);
    return removedOn == null
        ? Stream.empty()
        : Stream.of(
            new BoxHistoryEntry(
                "tr" + row.get(TAG_RELATION.ID),
                "removed tag '" + row.get(TAG.NAME) + "' from box",
                removedOn,
                row.get(TAG_RELATION.DELETED_BY)));
  }

  /** What the old or the new value of a box's column refers to. */
  private record Names(Location location, Product product, Size size, Unit unit, BoxState state) {

    static Names of(String prefix) {
      return new Names(
          LOCATION.as(prefix + "_location"),
          PRODUCT.as(prefix + "_product"),
          SIZE.as(prefix + "_size"),
          UNIT.as(prefix + "_unit"),
          BOX_STATE.as(prefix + "_state"));
    }

    /** A table with what a value refers to, which the entry's column tells. */
    Table<?> joinedTo(Table<?> table, Field<Integer> value) {
      return table
          .leftJoin(location)
          .on(refers(BOX.LOCATION_ID, value, location.ID))
          .leftJoin(product)
          .on(refers(BOX.PRODUCT_ID, value, product.ID))
          .leftJoin(size)
          .on(refers(BOX.SIZE_ID, value, size.ID))
          .leftJoin(unit)
          .on(refers(BOX.DISPLAY_UNIT_ID, value, unit.ID))
          .leftJoin(state)
          .on(refers(BOX.STATE, value, state.ID));
    }

    List<Field<String>> fields() {
      return List.of(location.NAME, product.NAME, size.LABEL, unit.SYMBOL, state.LABEL);
    }

    /** The name, or the number itself where it refers to nothing. */
    @Nullable String nameOr(Record row, Field<Integer> value) {
      Integer number = row.get(value);
      return Stream.of(location.NAME, product.NAME, size.LABEL, unit.SYMBOL, state.LABEL)
          .map(row::get)
          .filter(Objects::nonNull)
          .findFirst()
          .orElse(number == null ? null : String.valueOf(number));
    }
  }
}
