package org.boxtribute.server.warehouse;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a box.
 *
 * @param id unique among the entries of all boxes
 * @param text what happened, to be put after the user's name
 */
record BoxHistoryEntry(
    String id, String text, @Nullable Instant changedOn, @Nullable Integer userId) {}
