package org.boxtribute.server.graphql.paging;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.boxtribute.server.graphql.error.BadUserInput;
import org.jspecify.annotations.Nullable;

/**
 * The place of an element in a list: its id and, where the list is ordered by time, that time.
 *
 * <p>On the wire it is the base64 form of the id, padded with zeros to eight digits; an order by
 * time adds {@code @} and the seconds since 1970, or nothing after the {@code @} for an element
 * without time. A cursor without that addition comes from the reference implementation: its time is
 * looked up.
 *
 * @param timed whether the cursor tells the time, which may be null
 */
record Cursor(int id, boolean timed, @Nullable Instant time) {
  private static final Pattern FORM = Pattern.compile("(\\d{1,10})(@(-?\\d{0,12}))?");

  static Cursor ofId(int id) {
    return new Cursor(id, false, null);
  }

  static Cursor ofTimeAndId(@Nullable Instant time, int id) {
    return new Cursor(id, true, time);
  }

  /**
   * Reads a cursor.
   *
   * @throws BadUserInput if it has not the form of one
   */
  static Cursor parse(String text) {
    try {
      String decoded = new String(Base64.getDecoder().decode(text), StandardCharsets.US_ASCII);
      Matcher matcher = FORM.matcher(decoded);
      if (matcher.matches()) {
        int id = Integer.parseInt(matcher.group(1));
        if (matcher.group(2) == null) {
          return ofId(id);
        }
        String seconds = matcher.group(3);
        return ofTimeAndId(
            seconds.isEmpty() ? null : Instant.ofEpochSecond(Long.parseLong(seconds)), id);
      }
    } catch (IllegalArgumentException malformed) {
      // answered below
    }
    throw new BadUserInput("'" + text + "' is not a cursor.");
  }

  /** The form that {@link #parse} reads. */
  String encoded() {
    String plain = "%08d".formatted(id);
    if (timed) {
      plain += "@" + (time == null ? "" : time.getEpochSecond());
    }
    return Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
  }
}
