package org.boxtribute.server.warehouse;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;
import static org.boxtribute.server.persistence.schema.Tables.BOX;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.boxtribute.server.persistence.Transaction;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;
import org.boxtribute.server.security.BaseScope;
import org.boxtribute.server.warehouse.BoxBulkCreation.MoreItems;

/** How boxes in the warehouse of a base get more items. */
@Singleton
final class BoxRefills {
  private final BoxBulkRepository boxes;

  BoxRefills(BoxBulkRepository boxes) {
    this.boxes = boxes;
  }

  /**
   * Adds items to boxes, to many by as few statements as to one. A box that gets none stays as it
   * is.
   *
   * @param additions those to the same box add up
   * @return the boxes that could get what was to be added, by their labels
   */
  Map<String, BoxRecord> store(Transaction transaction, int base, List<MoreItems> additions) {
    Map<String, Long> additionOf =
        additions.stream()
            .collect(
                groupingBy(MoreItems::label, TreeMap::new, summingLong(MoreItems::numberOfItems)));
    if (additionOf.isEmpty()) {
      return Map.of();
    }
    Set<Integer> filled = new TreeSet<>();
    Map<Integer, Integer> changed = new TreeMap<>();
    for (BoxRecord box :
        boxes.lock(transaction, additionOf.keySet(), new BaseScope.Only(Set.of(base)))) {
      Long addition = additionOf.get(box.getLabelIdentifier());
      if (addition != null && add(addition, box)) {
        filled.add(box.getId());
        if (transaction.history().changed(box.getId(), box, BOX.NUMBER_OF_ITEMS)) {
          changed.put(box.getId(), box.getNumberOfItems());
        }
      }
    }
    boxes.setNumbersOfItems(transaction, changed);
    Map<String, BoxRecord> written = new HashMap<>();
    boxes.written(transaction, filled).forEach(box -> written.put(box.getLabelIdentifier(), box));
    return written;
  }

  /** Adds items to a box, unless it would have more than can be stored. */
  private static boolean add(long addition, BoxRecord box) {
    long number = addition + Objects.requireNonNullElse(box.getNumberOfItems(), 0);
    if (number > Integer.MAX_VALUE) {
      return false;
    }
    if (addition > 0) {
      box.setNumberOfItems((int) number);
    }
    return true;
  }
}
