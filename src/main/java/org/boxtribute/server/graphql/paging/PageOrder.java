package org.boxtribute.server.graphql.paging;

import static org.jooq.impl.DSL.select;

import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.TableField;

/**
 * The order of a list that is read in pages. It is total: two elements never stand at one place.
 *
 * @param <R> the rows
 */
public sealed interface PageOrder<R extends Record> {

  /** By id, ascending: as the rows were created. */
  static <R extends Record> PageOrder<R> byId(TableField<R, Integer> id) {
    return new ById<>(id);
  }

  /** By a time, the newest first, rows without time last; rows of one time by id, newest first. */
  static <R extends Record> PageOrder<R> newestFirst(
      TableField<R, Instant> time, TableField<R, Integer> id) {
    return new NewestFirst<>(time, id);
  }

  /** The column that identifies a row. */
  TableField<R, Integer> id();

  /** What to order by, from the list's start or from its end. */
  List<OrderField<?>> orderBy(boolean fromStart);

  /** Holds for the rows that follow the cursor or, towards the start, that precede it. */
  Condition beyond(Cursor cursor, boolean towardsEnd);

  /** The place of a row. */
  Cursor cursorOf(R row);

  /** Whether the place that a cursor stands for is looked up by its id. */
  boolean looksUp(Cursor cursor);

  /** See {@link #byId}. */
  record ById<R extends Record>(TableField<R, Integer> id) implements PageOrder<R> {

    @Override
    public List<OrderField<?>> orderBy(boolean fromStart) {
      return List.of(fromStart ? id.asc() : id.desc());
    }

    @Override
    public Condition beyond(Cursor cursor, boolean towardsEnd) {
      return towardsEnd ? id.gt(cursor.id()) : id.lt(cursor.id());
    }

    @Override
    public Cursor cursorOf(R row) {
      return Cursor.ofId(row.get(id));
    }

    @Override
    public boolean looksUp(Cursor cursor) {
      return false;
    }
  }

  /** See {@link #newestFirst}. */
  record NewestFirst<R extends Record>(TableField<R, Instant> time, TableField<R, Integer> id)
      implements PageOrder<R> {

    @Override
    public List<OrderField<?>> orderBy(boolean fromStart) {
      // MySQL and MariaDB place null below all values.
      return fromStart ? List.of(time.desc(), id.desc()) : List.of(time.asc(), id.asc());
    }

    @Override
    public Condition beyond(Cursor cursor, boolean towardsEnd) {
      if (!cursor.timed()) {
        // A cursor of the reference implementation tells the id alone. The time is looked up in a
        // derived row, for the table itself may be aliased in the statement.
        Field<Instant> timeOfCursor =
            select(time).from(id.getTable()).where(id.eq(cursor.id())).asField();
        return towardsEnd
            ? timeOfCursor
                .isNotNull()
                .and(
                    time.lt(timeOfCursor)
                        .or(time.isNull())
                        .or(sameTime(timeOfCursor, cursor, true)))
                .or(timeOfCursor.isNull().and(time.isNull()).and(id.lt(cursor.id())))
            : timeOfCursor
                .isNotNull()
                .and(time.gt(timeOfCursor).or(sameTime(timeOfCursor, cursor, false)))
                .or(timeOfCursor.isNull().and(time.isNotNull().or(id.gt(cursor.id()))));
      }
      Instant timeOfCursor = cursor.time();
      if (timeOfCursor == null) {
        return towardsEnd
            ? time.isNull().and(id.lt(cursor.id()))
            : time.isNotNull().or(id.gt(cursor.id()));
      }
      return towardsEnd
          ? time.lt(timeOfCursor)
              .or(time.isNull())
              .or(time.eq(timeOfCursor).and(id.lt(cursor.id())))
          : time.gt(timeOfCursor).or(time.eq(timeOfCursor).and(id.gt(cursor.id())));
    }

    /** A time that is none in Java may be one to the database, so it is looked up there. */
    @Override
    public Cursor cursorOf(R row) {
      Instant timeOfRow = row.get(time);
      return timeOfRow == null
          ? Cursor.ofId(row.get(id))
          : Cursor.ofTimeAndId(timeOfRow, row.get(id));
    }

    @Override
    public boolean looksUp(Cursor cursor) {
      return !cursor.timed();
    }

    private Condition sameTime(Field<Instant> other, Cursor cursor, boolean towardsEnd) {
      return time.eq(other).and(towardsEnd ? id.lt(cursor.id()) : id.gt(cursor.id()));
    }
  }
}
