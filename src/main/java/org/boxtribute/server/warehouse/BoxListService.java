package org.boxtribute.server.warehouse;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;
import static java.util.stream.Collectors.toSet;
import static org.boxtribute.server.security.Permission.STOCK_WRITE;
import static org.boxtribute.server.security.Permission.TAG_RELATION_ASSIGN;
import static org.boxtribute.server.security.Requirement.requires;
import static org.boxtribute.server.warehouse.LabelOrder.SAME_LABEL;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.boxtribute.server.graphql.error.Rejection;
import org.boxtribute.server.organisation.BaseRepository;
import org.boxtribute.server.organisation.OrganisationError.DeletedBaseError;
import org.boxtribute.server.persistence.Transaction;
import org.boxtribute.server.persistence.schema.tables.records.BaseRecord;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;
import org.boxtribute.server.persistence.schema.tables.records.LocationRecord;
import org.boxtribute.server.persistence.schema.tables.records.ProductRecord;
import org.boxtribute.server.product.SizeRangeRepository;
import org.boxtribute.server.security.BaseScope;
import org.boxtribute.server.security.Requirement;
import org.boxtribute.server.warehouse.BoxAddition.MoreItems;
import org.boxtribute.server.warehouse.BoxAddition.NewBox;
import org.jspecify.annotations.Nullable;

/** The rules by which a list of boxes of one base are created, or get more items. */
@Singleton
final class BoxListService {
  private static final Requirement<Integer> MAY_CREATE_IN =
      requires(STOCK_WRITE)
          .<Integer>inBase(base -> base)
          .and(requires(TAG_RELATION_ASSIGN).anywhere());

  private final BaseRepository bases;
  private final BoxReferences references;
  private final SizeRangeRepository sizeRanges;
  private final BoxTagService boxTags;
  private final NewBoxes newBoxes;
  private final Boxes boxes;

  BoxListService(
      BaseRepository bases,
      BoxReferences references,
      SizeRangeRepository sizeRanges,
      BoxTagService boxTags,
      NewBoxes newBoxes,
      Boxes boxes) {
    this.bases = bases;
    this.references = references;
    this.sizeRanges = sizeRanges;
    this.boxTags = boxTags;
    this.newBoxes = newBoxes;
    this.boxes = boxes;
  }

  /**
   * Creates boxes, and adds items to boxes that are in the base's warehouse.
   *
   * @return the boxes in the order of the list; labels of boxes that cannot get the items are named
   *     as often as they were to get some
   */
  BoxesResult add(Transaction transaction, List<BoxAddition> list) {
    if (list.isEmpty()) {
      return BoxesResult.NONE;
    }
    List<NewBox> news = only(NewBox.class, list);
    List<MoreItems> items =
        only(MoreItems.class, list).stream().filter(more -> more.numberOfItems() >= 0).toList();
    BoxReferences.Locked locked = lock(transaction, list, news);
    int base = locked.base();
    MAY_CREATE_IN.check(transaction.user(), base);
    rejectDeletedBase(transaction, base);
    locked.requireProductsOf(base);

    Map<String, BoxRecord> filled = fill(transaction, base, items);
    List<BoxRecord> created = create(transaction, base, locked, news);
    return result(list, filled, created.iterator());
  }

  private BoxReferences.Locked lock(
      Transaction transaction, List<BoxAddition> list, List<NewBox> news) {
    Set<Integer> products = new TreeSet<>();
    Set<Integer> tags = new TreeSet<>();
    Set<Integer> locations = new TreeSet<>();
    list.forEach(addition -> products.add(addition.productId()));
    news.forEach(box -> tags.addAll(box.tagIds()));
    list.forEach(addition -> locations.add(addition.locationId()));
    return references.lock(transaction, products, tags, locations);
  }

  private void rejectDeletedBase(Transaction transaction, int id) {
    BaseRecord base = bases.find(transaction, id);
    if (base.getDeletedOn() != null) {
      throw new Rejection(new DeletedBaseError(base.getName()));
    }
  }

  /**
   * Adds items to boxes; those to the same box add up, and a box that gets none stays as it is.
   *
   * @return the boxes that could get what was to be added, by their labels
   */
  private Map<String, BoxRecord> fill(Transaction transaction, int base, List<MoreItems> items) {
    Map<String, Long> numberOf =
        items.stream()
            .collect(
                groupingBy(
                    MoreItems::label,
                    () -> new TreeMap<>(SAME_LABEL),
                    summingLong(MoreItems::numberOfItems)));
    if (numberOf.isEmpty()) {
      return Map.of();
    }
    BaseScope ofBase = new BaseScope.Only(Set.of(base));
    List<BoxRecord> filled =
        boxes.lockInWarehouse(transaction, numberOf.keySet(), ofBase).stream()
            .filter(box -> add(numberOf.get(box.getLabelIdentifier()), box))
            .toList();
    boxes.store(transaction, filled);
    Map<String, BoxRecord> written = new TreeMap<>(SAME_LABEL);
    boxes.written(transaction, filled).forEach(box -> written.put(box.getLabelIdentifier(), box));
    return written;
  }

  /** Adds items to a box, unless it would have more than can be stored. */
  private static boolean add(@Nullable Long addition, BoxRecord box) {
    if (addition == null) {
      return false;
    }
    long number = addition + Objects.requireNonNullElse(box.getNumberOfItems(), 0);
    if (number > Integer.MAX_VALUE) {
      return false;
    }
    if (addition > 0) {
      box.setNumberOfItems((int) number);
    }
    return true;
  }

  /** The new boxes are in stock, whatever their locations, and do not count as modified. */
  private List<BoxRecord> create(
      Transaction transaction, int base, BoxReferences.Locked locked, List<NewBox> news) {
    if (news.isEmpty()) {
      return List.of();
    }
    Set<Integer> usableTags = locked.chosenTags().lacking(Set.of(), base);
    SizeNames sizeNames = sizeNames(transaction, locked);
    List<BoxRecord> rows = news.stream().map(box -> row(box, locked, sizeNames)).toList();
    Set<String> newTagNames = new LinkedHashSet<>();
    news.forEach(box -> newTagNames.addAll(box.newTagNames()));
    Map<String, Integer> newTags = boxTags.create(transaction, base, newTagNames);
    List<BoxRecord> stored = newBoxes.store(transaction, rows);

    Map<Integer, Set<Integer>> tagsOf = new TreeMap<>();
    Iterator<BoxRecord> next = stored.iterator();
    for (NewBox box : news) {
      Set<Integer> tags = new TreeSet<>(box.tagIds());
      tags.retainAll(usableTags);
      box.newTagNames().forEach(name -> tags.add(newTags.get(name)));
      tagsOf.put(next.next().getId(), tags);
    }
    boxTags.attachEach(transaction, tagsOf);
    return stored;
  }

  private SizeNames sizeNames(Transaction transaction, BoxReferences.Locked locked) {
    Set<Integer> ranges =
        locked.products().values().stream().map(ProductRecord::getSizeRangeId).collect(toSet());
    return new SizeNames(
        sizeRanges.sizesOf(transaction, ranges), sizeRanges.units(transaction).values());
  }

  private static BoxRecord row(NewBox box, BoxReferences.Locked locked, SizeNames sizeNames) {
    ProductRecord product = locked.product(box.productId());
    BoxPlacement.requireNotDeleted(product);
    locked.requireTags(box.tagIds());
    BoxRecord row = new BoxRecord();
    row.setProductId(product.getId());
    LocationRecord location = locked.location(box.locationId());
    BoxPlacement.requireNotDeleted(location);
    row.setLocationId(location.getId());
    row.setState(BoxState.IN_STOCK);
    row.setNumberOfItems(box.numberOfItems());
    row.setComment(box.comment());
    sizeNames.apply(box.sizeName(), product, row);
    return row;
  }

  private static BoxesResult result(
      List<BoxAddition> list, Map<String, BoxRecord> filled, Iterator<BoxRecord> created) {
    List<BoxRecord> updated = new ArrayList<>();
    List<String> invalid = new ArrayList<>();
    for (BoxAddition addition : list) {
      switch (addition) {
        case NewBox box -> updated.add(created.next());
        case MoreItems items -> {
          BoxRecord box = items.numberOfItems() < 0 ? null : filled.get(items.label());
          if (box == null) {
            invalid.add(items.label());
          } else {
            updated.add(box);
          }
        }
      }
    }
    return new BoxesResult(updated, invalid);
  }

  private static <T extends BoxAddition> List<T> only(Class<T> kind, List<BoxAddition> list) {
    return list.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
