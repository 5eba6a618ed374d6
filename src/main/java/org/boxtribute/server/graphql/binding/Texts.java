package org.boxtribute.server.graphql.binding;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
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

  /** As much of the text as the column can hold: without what cannot be stored, and cut. */
  public static String cut(String text, TableField<?, String> column) {
    String storable = StorableText.of(text);
    int limit = column.getDataType().length();
    if (!isMeasuredInBytes(column)) {
      return storable.substring(0, Math.min(limit, storable.length()));
    }
    CharBuffer characters = CharBuffer.wrap(storable);
    StandardCharsets.UTF_8.newEncoder().encode(characters, ByteBuffer.allocate(limit), true);
    return storable.substring(0, characters.position());
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
