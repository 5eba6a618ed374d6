package org.boxtribute.server.persistence;

import java.util.regex.Pattern;

/**
 * What columns can hold of a text. All of them have the character set {@code utf8mb3}, which lacks
 * the characters beyond Unicode's basic plane: emoji, for the most part.
 */
public final class StorableText {

  /** With the signs that stand in one emoji with such a character, which mean nothing alone. */
  private static final String UNSTORABLE =
      "(?:\\x{200D}?[\\x{10000}-\\x{10FFFF}][\\x{FE0E}\\x{FE0F}]?"
          + "(?:\\x{200D}[\\x{2190}-\\x{2BFF}][\\x{FE0E}\\x{FE0F}]?)*+)++";

  private static final Pattern BETWEEN_BLANKS = Pattern.compile("(?<= )" + UNSTORABLE + " ");
  private static final Pattern ANYWHERE = Pattern.compile(UNSTORABLE);

  private StorableText() {}

  /** The text itself or, where some of it cannot be stored, the rest without blanks around it. */
  public static String of(String text) {
    if (text.chars().noneMatch(character -> Character.isSurrogate((char) character))) {
      return text;
    }
    String joined = BETWEEN_BLANKS.matcher(text).replaceAll("");
    return ANYWHERE.matcher(joined).replaceAll("").strip();
  }
}
