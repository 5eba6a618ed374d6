package org.boxtribute.server.warehouse;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.boxtribute.server.persistence.Transaction;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;
import org.boxtribute.server.persistence.schema.tables.records.TagRecord;
import org.boxtribute.server.tag.NewTags;

/** How the tags of a single box change. What a tag was attached to, and when, is its history. */
@Singleton
final class BoxTags {
  private final BoxBulkRepository boxes;
  private final NewTags newTags;

  BoxTags(BoxBulkRepository boxes, NewTags newTags) {
    this.boxes = boxes;
    this.newTags = newTags;
  }

  /** Adds tags for boxes to a base, and gives back their ids. */
  Set<Integer> create(Transaction transaction, int base, Collection<String> names) {
    return newTags.createForBoxes(transaction, base, names).stream()
        .map(TagRecord::getId)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Attaches tags that a box lacks. */
  void attach(Transaction transaction, BoxRecord box, Set<Integer> tags) {
    if (!tags.isEmpty()) {
      boxes.attach(transaction, Set.of(box.getId()), tags);
    }
  }

  /**
   * Gives a box the chosen tags, and takes all others off.
   *
   * @return whether it had others, or lacked some
   */
  boolean replace(Transaction transaction, BoxRecord box, ChosenTags chosen, int base) {
    Set<Integer> attached = boxes.tagsOf(transaction, box.getId());
    Set<Integer> lacking = chosen.lacking(attached, base);
    Set<Integer> surplus = new TreeSet<>(attached);
    surplus.removeAll(chosen.ids());
    if (!surplus.isEmpty()) {
      boxes.detach(transaction, Set.of(box.getId()), surplus);
    }
    attach(transaction, box, lacking);
    return !surplus.isEmpty() || !lacking.isEmpty();
  }
}
