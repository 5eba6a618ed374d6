package org.boxtribute.server.warehouse;

import static org.boxtribute.server.security.Permission.STOCK_WRITE;
import static org.boxtribute.server.security.Permission.TAG_RELATION_ASSIGN;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.boxtribute.server.graphql.error.Rejection;
import org.boxtribute.server.organisation.BaseRepository;
import org.boxtribute.server.organisation.OrganisationError.DeletedBaseError;
import org.boxtribute.server.persistence.Transaction;
import org.boxtribute.server.persistence.Transactions;
import org.boxtribute.server.persistence.schema.tables.records.BaseRecord;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;
import org.boxtribute.server.product.ProductRepository;
import org.boxtribute.server.security.CurrentUser;
import org.boxtribute.server.security.Requirement;
import org.boxtribute.server.tag.TagRepository;
import org.boxtribute.server.warehouse.BoxBulkCreation.MoreItems;
import org.boxtribute.server.warehouse.BoxBulkCreation.NewBox;

/** The rules by which many boxes of one base are created, or get more items, together. */
@Singleton
final class BoxBulkCreationService {
  private static final Requirement<Integer> MAY_CREATE_IN =
      requires(STOCK_WRITE)
          .<Integer>inBase(base -> base)
          .and(requires(TAG_RELATION_ASSIGN).anywhere());

  private final Transactions transactions;
  private final BaseRepository bases;
  private final ProductRepository products;
  private final TagRepository tags;
  private final LocationRepository locations;
  private final BoxRefills refills;
  private final NewBoxLists newBoxes;

  BoxBulkCreationService(
      Transactions transactions,
      BaseRepository bases,
      ProductRepository products,
      TagRepository tags,
      LocationRepository locations,
      BoxRefills refills,
      NewBoxLists newBoxes) {
    this.transactions = transactions;
    this.bases = bases;
    this.products = products;
    this.tags = tags;
    this.locations = locations;
    this.refills = refills;
    this.newBoxes = newBoxes;
  }

  /**
   * Creates boxes, and adds items to boxes that are in the base's warehouse.
   *
   * @return the boxes in the order of what was to be done; labels of boxes that cannot get the
   *     items are named as often as they were to get some
   */
  BoxesResult create(CurrentUser user, List<BoxBulkCreation> creations) {
    return creations.isEmpty()
        ? new BoxesResult(List.of(), List.of())
        : transactions.run(user, transaction -> create(transaction, creations));
  }

  private BoxesResult create(Transaction transaction, List<BoxBulkCreation> creations) {
    List<NewBox> news = only(NewBox.class, creations);
    List<MoreItems> additions =
        only(MoreItems.class, creations).stream()
            .filter(items -> items.numberOfItems() >= 0)
            .toList();
    BoxBulkReferences references = lock(transaction, creations, news);
    int base = references.base();
    MAY_CREATE_IN.check(transaction.user(), base);
    rejectDeletedBase(transaction, base);
    references.requireProductsOf(base);

    Map<String, BoxRecord> filled = refills.store(transaction, base, additions);
    List<BoxRecord> created = newBoxes.store(transaction, base, references, news);
    return result(creations, filled, created.iterator());
  }

  private BoxBulkReferences lock(
      Transaction transaction, List<BoxBulkCreation> creations, List<NewBox> news) {
    Set<Integer> productIds = new TreeSet<>();
    Set<Integer> locationIds = new TreeSet<>();
    for (BoxBulkCreation creation : creations) {
      productIds.add(creation.productId());
      locationIds.add(creation.locationId());
    }
    Set<Integer> tagIds = new TreeSet<>();
    news.forEach(box -> tagIds.addAll(box.tagIds()));
    return new BoxBulkReferences(
        products.lockForShare(transaction, productIds),
        tags.lock(transaction, tagIds),
        locations.lockForShare(transaction, locationIds));
  }

  private void rejectDeletedBase(Transaction transaction, int id) {
    BaseRecord base = bases.find(transaction, id);
    if (base.getDeletedOn() != null) {
      throw new Rejection(new DeletedBaseError(base.getName()));
    }
  }

  private static BoxesResult result(
      List<BoxBulkCreation> creations, Map<String, BoxRecord> filled, Iterator<BoxRecord> created) {
    List<BoxRecord> boxes = new ArrayList<>();
    List<String> invalid = new ArrayList<>();
    for (BoxBulkCreation creation : creations) {
      switch (creation) {
        case NewBox box -> boxes.add(created.next());
        case MoreItems items -> {
          BoxRecord box = items.numberOfItems() < 0 ? null : filled.get(items.label());
          if (box == null) {
            invalid.add(items.label());
          } else {
            boxes.add(box);
          }
        }
      }
    }
    return new BoxesResult(boxes, invalid);
  }

  private static <T extends BoxBulkCreation> List<T> only(
      Class<T> kind, List<BoxBulkCreation> creations) {
    return creations.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
