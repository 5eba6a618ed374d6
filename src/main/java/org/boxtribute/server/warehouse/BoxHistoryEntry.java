package org.boxtribute.server.warehouse;

import static java.util.Objects.requireNonNullElse;
import static org.boxtribute.server.persistence.schema.Tables.BOX;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a box.
 *
 * @param id unique among the entries of all boxes
 * @param text what happened, to be put after the user's name
 */
record BoxHistoryEntry(
    String id, String text, @Nullable Instant changedOn, @Nullable Integer userId) {

  private static final Map<String, String> SUBJECTS =
      Map.of(
          BOX.LOCATION_ID.getName(), "box location",
          BOX.PRODUCT_ID.getName(), "product type",
          BOX.SIZE_ID.getName(), "size",
          BOX.DISPLAY_UNIT_ID.getName(), "unit",
          BOX.STATE.getName(), "box state",
          BOX.NUMBER_OF_ITEMS.getName(), "the number of items");

  private static final String COMMENT_CHANGED = BOX.COMMENT.getName() + " changed";
  private static final String RECORD = "Record ";
  private static final String CREATED = "created box";
  private static final String NOTHING = "none";

  /** Whether it tells how the box came into being, before anything else could happen to it. */
  boolean isCreation() {
    return text.equals(CREATED);
  }

  /**
   * What an entry of the change history means.
   *
   * @param changes the name of the column that changed, or a text
   * @param from the old value of that column; of a reference, the name of what it referred to
   * @param to the new value, as above
   */
  static String textOf(String changes, @Nullable String from, @Nullable String to) {
    String subject = SUBJECTS.get(changes);
    if (subject != null) {
      return "changed %s from %s to %s"
          .formatted(subject, requireNonNullElse(from, NOTHING), requireNonNullElse(to, NOTHING));
    }
    if (changes.startsWith(COMMENT_CHANGED)) {
      return "changed " + BOX.COMMENT.getName() + changes.substring(COMMENT_CHANGED.length());
    }
    if (changes.startsWith(RECORD)) {
      return changes.substring(RECORD.length()) + " box";
    }
    return changes.equals(BoxChangeLog.QR_CODE_ASSIGNED)
        ? "created QR code label for box"
        : changes;
  }
}
