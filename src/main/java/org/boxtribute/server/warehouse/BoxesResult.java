package org.boxtribute.server.warehouse;

import static org.boxtribute.server.warehouse.LabelOrder.SAME_LABEL;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;

/**
 * What became of boxes that were to be changed together.
 *
 * @param invalidLabelIdentifiers of those that were not changed
 */
record BoxesResult(List<BoxRecord> updatedBoxes, List<String> invalidLabelIdentifiers) {
  static final BoxesResult NONE = new BoxesResult(List.of(), List.of());

  /**
   * The result for boxes with these labels, of which these were changed; the labels of the others
   * are in ascending order.
   */
  static BoxesResult of(Set<String> labels, List<BoxRecord> changed) {
    Set<String> invalid = new TreeSet<>(SAME_LABEL);
    invalid.addAll(labels);
    changed.forEach(box -> invalid.remove(box.getLabelIdentifier()));
    return new BoxesResult(changed, List.copyOf(invalid));
  }
}
