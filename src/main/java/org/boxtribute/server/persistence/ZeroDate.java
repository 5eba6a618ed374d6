package org.boxtribute.server.persistence;

import static org.jooq.impl.DSL.inline;

import java.time.Instant;
import org.jooq.Field;

/** How the legacy schema says "no time" in columns that must not be null. */
public final class ZeroDate {
  static final String TEXT = "0000-00-00 00:00:00";

  private ZeroDate() {}

  /** The zero date as the value of a column, for there is no Java time that is it. */
  public static Field<Instant> in(Field<Instant> column) {
    return inline(TEXT).coerce(column);
  }
}
