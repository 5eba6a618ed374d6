package org.boxtribute.server.persistence;

import java.time.LocalDate;
import org.jooq.Converter;
import org.jooq.impl.SQLDataType;

/** How a {@code date} column is read and written. */
public final class DayBinding extends CalendarBinding<LocalDate, LocalDate> {
  private static final long serialVersionUID = 1L;

  /** Called by the generated tables. */
  public DayBinding() {
    super(
        SQLDataType.LOCALDATE,
        Converter.of(LocalDate.class, LocalDate.class, day -> day, day -> day));
  }
}
