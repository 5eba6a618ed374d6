package org.boxtribute.server.warehouse;

import static java.util.stream.Collectors.toSet;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.boxtribute.server.persistence.Transaction;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;
import org.boxtribute.server.persistence.schema.tables.records.ProductRecord;
import org.boxtribute.server.persistence.schema.tables.records.TagRecord;
import org.boxtribute.server.product.SizeRangeRepository;
import org.boxtribute.server.tag.NewTags;
import org.boxtribute.server.warehouse.BoxBulkCreation.NewBox;

/** How the boxes of a list come into being, many by as few statements as one. */
@Singleton
final class NewBoxLists {
  private final SizeRangeRepository sizeRanges;
  private final NewTags newTags;
  private final NewBoxes newBoxes;
  private final BoxBulkRepository boxes;

  NewBoxLists(
      SizeRangeRepository sizeRanges, NewTags newTags, NewBoxes newBoxes, BoxBulkRepository boxes) {
    this.sizeRanges = sizeRanges;
    this.newTags = newTags;
    this.newBoxes = newBoxes;
    this.boxes = boxes;
  }

  /**
   * Stores the boxes of a list, and gives them back in its order. They are in stock, whatever their
   * locations, and do not count as modified.
   */
  List<BoxRecord> store(
      Transaction transaction, int base, BoxBulkReferences references, List<NewBox> list) {
    if (list.isEmpty()) {
      return List.of();
    }
    Set<Integer> usableTags = references.usableTags(base);
    SizeNames sizeNames = sizeNames(transaction, references);
    List<BoxRecord> rows = list.stream().map(box -> row(box, references, sizeNames)).toList();
    Map<String, Integer> createdTags = createTags(transaction, base, list);
    List<BoxRecord> stored = newBoxes.store(transaction, rows);

    Map<Integer, Set<Integer>> tagsOf = new TreeMap<>();
    Iterator<BoxRecord> next = stored.iterator();
    for (NewBox box : list) {
      Set<Integer> tags = new TreeSet<>(box.tagIds());
      tags.retainAll(usableTags);
      box.newTagNames().forEach(name -> tags.add(createdTags.get(name)));
      tagsOf.put(next.next().getId(), tags);
    }
    boxes.attach(transaction, tagsOf);
    return stored;
  }

  private SizeNames sizeNames(Transaction transaction, BoxBulkReferences references) {
    Set<Integer> ranges =
        references.products().values().stream().map(ProductRecord::getSizeRangeId).collect(toSet());
    return new SizeNames(
        sizeRanges.sizesOf(transaction, ranges), sizeRanges.units(transaction).values());
  }

  private static BoxRecord row(NewBox box, BoxBulkReferences references, SizeNames sizeNames) {
    ProductRecord product = references.product(box.productId());
    references.requireTags(box.tagIds());
    BoxRecord row = new BoxRecord();
    row.setProductId(product.getId());
    row.setLocationId(references.location(box.locationId()).getId());
    row.setState(BoxState.IN_STOCK);
    row.setNumberOfItems(box.numberOfItems());
    row.setComment(box.comment());
    sizeNames.apply(box.sizeName(), product, row);
    return row;
  }

  /** Boxes of a list that name the same new tag share it. */
  private Map<String, Integer> createTags(Transaction transaction, int base, List<NewBox> list) {
    Set<String> names = new LinkedHashSet<>();
    list.forEach(box -> names.addAll(box.newTagNames()));
    Map<String, Integer> ids = new HashMap<>();
    for (TagRecord tag : newTags.createForBoxes(transaction, base, names)) {
      ids.put(tag.getName(), tag.getId());
    }
    return ids;
  }
}
