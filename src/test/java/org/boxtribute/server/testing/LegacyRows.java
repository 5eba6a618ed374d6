package org.boxtribute.server.testing;

import org.jooq.DSLContext;

/** Rows as older programs have left them: with values that a strict session does not store. */
public final class LegacyRows {
  private LegacyRows() {}

  /** Runs a statement in a session that stores days that are in no calendar. */
  public static void write(DSLContext sql, String statement) {
    sql.connection(
        connection -> {
          try (var session = connection.createStatement()) {
            session.execute("set @strict = @@sql_mode, sql_mode = ''");
            try {
              session.execute(statement);
            } finally {
              session.execute("set sql_mode = @strict");
            }
          }
        });
  }
}
