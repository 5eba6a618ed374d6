package org.boxtribute.server.warehouse;

import static java.util.Objects.requireNonNullElse;
import static org.boxtribute.server.persistence.schema.Tables.BOX;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the change history about a box.
 *
 * @param changes the name of the column that changed, or a text
 * @param from the old value of that column; of a reference, the name of what it referred to
 * @param to the new value, as above
 */
record BoxChange(
    int id,
    String changes,
    @Nullable String from,
    @Nullable String to,
    @Nullable Instant changedOn,
    @Nullable Integer userId) {

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
  private static final String LABEL_PRINTED = "New Qr-code assigned by pdf generation.";
  private static final String NOTHING = "none";

  BoxHistoryEntry toEntry() {
    return new BoxHistoryEntry(String.valueOf(id), text(), changedOn, userId);
  }

  private String text() {
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
    return changes.equals(LABEL_PRINTED) ? "created QR code label for box" : changes;
  }
}
