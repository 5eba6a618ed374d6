package org.boxtribute.server.warehouse;

import static java.util.Comparator.comparing;
import static java.util.Comparator.nullsLast;
import static java.util.Comparator.reverseOrder;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What happened to boxes, by their ids, the newest first. */
@Singleton
final class BoxHistoryLoader {
  private static final Comparator<BoxHistoryEntry> NEWEST_FIRST =
      comparing(BoxHistoryEntry::changedOn, nullsLast(reverseOrder()));

  private final BoxHistoryRepository histories;

  BoxHistoryLoader(BoxHistoryRepository histories) {
    this.histories = histories;
  }

  Map<Integer, List<BoxHistoryEntry>> load(Set<Integer> boxes) {
    Map<Integer, List<BoxChange>> changes = histories.changes(boxes);
    Map<Integer, List<BoxTagging>> taggings = histories.taggings(boxes);
    Map<Integer, List<BoxHistoryEntry>> entries = new HashMap<>();
    for (Integer box : boxes) {
      entries.put(
          box,
          newestFirst(changes.getOrDefault(box, List.of()), taggings.getOrDefault(box, List.of())));
    }
    return entries;
  }

  /** Of one second, the box's own changes come first, then its new tags, then its former ones. */
  private static List<BoxHistoryEntry> newestFirst(
      List<BoxChange> changes, List<BoxTagging> taggings) {
    return Stream.of(
            changes.stream().map(BoxChange::toEntry),
            taggings.stream().flatMap(BoxTagging::assignment),
            taggings.stream().flatMap(BoxTagging::removal))
        .flatMap(part -> part)
        .sorted(NEWEST_FIRST)
        .toList();
  }
}
