package org.boxtribute.server.warehouse;

import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A tag's time on a box.
 *
 * @param atCreation whether the box had the tag from the start, which is no change of the box
 */
record BoxTagging(
    int id,
    String tagName,
    boolean atCreation,
    @Nullable Instant assignedOn,
    @Nullable Integer assignedBy,
    @Nullable Instant removedOn,
    @Nullable Integer removedBy) {

  Stream<BoxHistoryEntry> assignment() {
    return assignedOn == null || atCreation
        ? Stream.empty()
        : Stream.of(
            new BoxHistoryEntry(
                "ta" + id, "assigned tag '" + tagName + "' to box", assignedOn, assignedBy));
  }

  Stream<BoxHistoryEntry> removal() {
    return removedOn == null
        ? Stream.empty()
        : Stream.of(
            new BoxHistoryEntry(
                "tr" + id, "removed tag '" + tagName + "' from box", removedOn, removedBy));
  }
}
