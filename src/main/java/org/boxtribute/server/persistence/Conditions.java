package org.boxtribute.server.persistence;

import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import org.boxtribute.server.security.BaseScope;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** Conditions that statements of all rooms share. */
public final class Conditions {
  private Conditions() {}

  /** Holds for rows that are not deleted: their time of deletion is null or the zero date. */
  public static Condition isNotDeleted(Field<Instant> deletedOn) {
    return deletedOn.isNull().or(asText(deletedOn).eq(inline(ZeroDate.TEXT)));
  }

  /** Holds for deleted rows. */
  public static Condition isDeleted(Field<Instant> deletedOn) {
    return asText(deletedOn).gt(inline(ZeroDate.TEXT));
  }

  /** Holds for the rows whose base is in the scope. */
  public static Condition within(BaseScope scope, Field<Integer> baseId) {
    return switch (scope) {
      case BaseScope.All() -> noCondition();
      case BaseScope.Only only -> baseId.in(only.baseIds());
    };
  }

  /**
   * Holds for the times between the beginnings of two days, in UTC, both included.
   *
   * @param from the first day, or null for no limit
   * @param until the last day, or null for no limit
   */
  public static Condition isBetween(
      Field<Instant> time, @Nullable LocalDate from, @Nullable LocalDate until) {
    Condition begun = from == null ? noCondition() : time.ge(startOf(from));
    return until == null ? begun : begun.and(time.le(startOf(until)));
  }

  private static Instant startOf(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /**
   * Holds where a column has a client's text; blanks around that do not matter, as scanners and
   * people add some. The database fails to compare with what the column cannot hold, so it is not
   * asked about that.
   */
  public static Condition isText(Field<String> column, String text) {
    return isStorable(text) ? column.eq(text.strip()) : falseCondition();
  }

  /** Holds where a column has one of a client's texts, compared as by {@link #isText}. */
  public static Condition isOneOf(Field<String> column, Collection<String> texts) {
    return column.in(texts.stream().filter(Conditions::isStorable).map(String::strip).toList());
  }

  /** Holds where what columns can hold of a client's text is part of a column's. */
  public static Condition containsText(Field<String> column, String text) {
    String storable = StorableText.of(text);
    return storable.isEmpty() && !text.isEmpty() ? falseCondition() : column.contains(storable);
  }

  private static boolean isStorable(String text) {
    return StorableText.of(text).equals(text);
  }

  /** The column as the database compares it, for there is no Java time that is the zero date. */
  private static Field<String> asText(Field<?> time) {
    return time.coerce(SQLDataType.VARCHAR);
  }
}
