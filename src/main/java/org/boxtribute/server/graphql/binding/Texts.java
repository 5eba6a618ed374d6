package org.boxtribute.server.graphql.binding;

import java.nio.charset.StandardCharsets;
import org.boxtribute.server.graphql.error.BadUserInput;
import org.boxtribute.server.persistence.StorableText;
import org.jooq.TableField;
import org.jooq.impl.SQLDataType;

/**
 * What columns hold of the texts that clients sent. Characters that cannot be stored, such as an
 * emoji, are left out, so that nobody loses what they wrote besides. A text that is too long is
 * refused, and never cut.
 */
public final class Texts {
  private Texts() {}

  /**
   * The text as it is to be stored.
   *
   * @param name the argument that it is the value of
   * @throws BadUserInput naming the argument, if the column is too short
   */
  public static String fitting(String text, String name, TableField<?, String> column) {
    String storable = StorableText.of(text);
    int limit = column.getDataType().length();
    if (isMeasuredInBytes(column)) {
      requireAtMost(limit, "bytes", storable.getBytes(StandardCharsets.UTF_8).length, name);
    } else {
      requireAtMost(limit, "characters", storable.length(), name);
    }
    return storable;
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
