package org.boxtribute.server.graphql.schema;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads days and times as ISO 8601 writes them, in its extended form ({@code
 * 2026-01-31T23:59:59+01:00}) and its basic one ({@code 20260131T235959+0100}). A text is read
 * whole or not at all.
 */
final class IsoTexts {
  private static final Pattern DAY = Pattern.compile("(?!0000)(\\d{4})(-?)(\\d\\d)\\2(\\d\\d)");
  private static final Pattern DAY_OF_WEEK =
      Pattern.compile("(\\d{4})(-?)[Ww](\\d\\d)(?:\\2([1-7]))?");
  private static final Pattern TIME =
      Pattern.compile("(\\d\\d)(?:(:?)(\\d\\d)(?:\\2(\\d\\d)(?:[.,](\\d+))?)?)?");
  private static final Pattern OFFSET =
      Pattern.compile("[Zz]|[+-]\\d\\d(?::?\\d\\d(?::?\\d\\d)?)?");
  private static final int NANO_DIGITS = 9;

  private IsoTexts() {}

  /**
   * Reads a day, given by month or by week; a week alone is its Monday.
   *
   * @throws DateTimeException if the text is no day
   */
  static LocalDate day(String text) {
    Matcher ofMonth = DAY.matcher(text);
    if (ofMonth.matches()) {
      return LocalDate.of(number(ofMonth, 1), number(ofMonth, 3), number(ofMonth, 4));
    }
    Matcher ofWeek = DAY_OF_WEEK.matcher(text);
    if (ofWeek.matches()) {
      return dayOfWeek(number(ofWeek, 1), number(ofWeek, 3), number(ofWeek, 4));
    }
    throw new DateTimeException("Not a day");
  }

  /** The first week of a year is the one that has its fourth of January. */
  private static LocalDate dayOfWeek(int year, int week, int dayOfWeek) {
    LocalDate inFirstWeek = LocalDate.of(year, 1, 4);
    if (week == 0
        || week > IsoFields.WEEK_OF_WEEK_BASED_YEAR.rangeRefinedBy(inFirstWeek).getMaximum()) {
      throw new DateTimeException("Not a week");
    }
    LocalDate monday = inFirstWeek.minusDays(inFirstWeek.getDayOfWeek().getValue() - 1L);
    return monday.plus(week - 1L, ChronoUnit.WEEKS).plusDays(Math.max(dayOfWeek, 1) - 1L);
  }

  /**
   * Reads a time; one without offset is UTC, a day alone is its start.
   *
   * @throws DateTimeException if the text is no time
   */
  static Instant time(String text) {
    int separator = separator(text);
    if (separator < 0) {
      return day(text).atStartOfDay().toInstant(ZoneOffset.UTC);
    }
    LocalDate day = day(text.substring(0, separator));
    String rest = text.substring(separator + 1);
    int offset = startOfOffset(rest);
    return day.atTime(timeOfDay(rest.substring(0, offset)))
        .toInstant(offset(rest.substring(offset)));
  }

  private static int separator(String text) {
    for (int at = 0; at < text.length(); at++) {
      if ("Tt ".indexOf(text.charAt(at)) >= 0) {
        return at;
      }
    }
    return -1;
  }

  private static int startOfOffset(String time) {
    for (int at = 0; at < time.length(); at++) {
      if ("Zz+-".indexOf(time.charAt(at)) >= 0) {
        return at;
      }
    }
    return time.length();
  }

  private static LocalTime timeOfDay(String text) {
    Matcher time = TIME.matcher(text);
    if (!time.matches()) {
      throw new DateTimeException("Not a time of day");
    }
    return LocalTime.of(
        number(time, 1), number(time, 3), number(time, 4), nanoseconds(time.group(5)));
  }

  private static int nanoseconds(@Nullable String fraction) {
    if (fraction == null) {
      return 0;
    }
    String digits = (fraction + "0".repeat(NANO_DIGITS)).substring(0, NANO_DIGITS);
    return Integer.parseInt(digits);
  }

  private static ZoneOffset offset(String text) {
    if (text.isEmpty()) {
      return ZoneOffset.UTC;
    }
    if (!OFFSET.matcher(text).matches()) {
      throw new DateTimeException("Not an offset");
    }
    String digits = text.replace(":", "");
    return ZoneOffset.of(digits.equals("z") ? "Z" : digits);
  }

  /** The number of a group; 0 if the text has none. */
  private static int number(Matcher matcher, int group) {
    String digits = matcher.group(group);
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
