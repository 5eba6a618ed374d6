package org.boxtribute.server.graphql.binding;

import java.nio.charset.StandardCharsets;
import org.boxtribute.server.graphql.error.BadUserInput;
import org.boxtribute.server.persistence.Conditions;
import org.jooq.TableField;
import org.jooq.impl.SQLDataType;

/**
 * Whether columns can hold texts as clients sent them. What does not fit is refused: a text is
 * never cut, and no character of it is lost.
 */
public final class Texts {
  private Texts() {}

  /**
   * The text itself.
   *
   * @param name the argument that it is the value of
   * @throws BadUserInput naming the argument, if the column is too short or does not know one of
   *     the text's characters
   */
  public static String fitting(String text, String name, TableField<?, String> column) {
    if (!Conditions.isStorable(text)) {
      throw new BadUserInput(
          "The value of '" + name + "' has a character that cannot be stored, such as an emoji.");
    }
    int limit = column.getDataType().length();
    if (isMeasuredInBytes(column)) {
      requireAtMost(limit, "bytes", text.getBytes(StandardCharsets.UTF_8).length, name);
    } else {
      requireAtMost(limit, "characters", text.length(), name);
    }
    return text;
  }

  private static void requireAtMost(int limit, String unit, int length, String name) {
    if (length > limit) {
      throw new BadUserInput(
          "The value of '%s' is too long: %d %s, of at most %d."
              .formatted(name, length, unit, limit));
    }
  }

  private static boolean isMeasuredInBytes(TableField<?, String> column) {
    return column.getDataType().getSQLDataType() == SQLDataType.CLOB;
  }
}
