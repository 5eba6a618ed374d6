package org.boxtribute.server.persistence;

import java.time.Instant;
import java.time.LocalDateTime;
import org.jooq.impl.SQLDataType;

/** How a {@code datetime} column is read and written, which holds UTC without saying so. */
public final class UtcBinding extends CalendarBinding<LocalDateTime, Instant> {
  private static final long serialVersionUID = 1L;

  /** Called by the generated tables. */
  public UtcBinding() {
    super(SQLDataType.LOCALDATETIME, new UtcConverter());
  }
}
