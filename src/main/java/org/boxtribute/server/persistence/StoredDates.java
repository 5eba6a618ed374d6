package org.boxtribute.server.persistence;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates and times of a schema that let people leave out the day or the month: {@code
 * 1980-00-00} is no date that Java knows, and counts as none.
 */
final class StoredDates {
  private static final Pattern INCOMPLETE = Pattern.compile("\\d{4}-(00-\\d\\d|\\d\\d-00).*");

  private StoredDates() {}

  /** The value of a column, or null where there is none or it is incomplete. */
  static <T> @Nullable T read(ResultSet row, int column, Class<T> type) throws SQLException {
    try {
      return row.getObject(column, type);
    } catch (SQLException | DateTimeException failure) {
      if (isIncomplete(row, column)) {
        return null;
      }
      throw failure;
    }
  }

  private static boolean isIncomplete(ResultSet row, int column) throws SQLException {
    byte[] stored = row.getBytes(column);
    return stored != null
        && INCOMPLETE.matcher(new String(stored, StandardCharsets.US_ASCII)).matches();
  }
}
