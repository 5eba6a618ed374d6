package org.boxtribute.server.warehouse;

import static org.boxtribute.server.security.Permission.LOCATION_READ;
import static org.boxtribute.server.security.Permission.PRODUCT_READ;
import static org.boxtribute.server.security.Permission.STOCK_WRITE;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.boxtribute.server.persistence.Transaction;
import org.boxtribute.server.persistence.Transactions;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;
import org.boxtribute.server.persistence.schema.tables.records.LocationRecord;
import org.boxtribute.server.persistence.schema.tables.records.ProductRecord;
import org.boxtribute.server.security.CurrentUser;
import org.boxtribute.server.security.Requirement;

/** The rules by which a single box is created. */
@Singleton
final class BoxCreationService {
  private static final Requirement<LocationRecord> MAY_PUT_INTO =
      requires(STOCK_WRITE)
          .inBase(LocationRecord::getBaseId)
          .and(requires(LOCATION_READ).inBase(LocationRecord::getBaseId));
  private static final Requirement<ProductRecord> MAY_FILL_WITH =
      requires(PRODUCT_READ).inBase(ProductRecord::getBaseId);

  private final Transactions transactions;
  private final BoxReferences references;
  private final BoxContents contents;
  private final BoxTags boxTags;
  private final NewBoxes newBoxes;

  BoxCreationService(
      Transactions transactions,
      BoxReferences references,
      BoxContents contents,
      BoxTags boxTags,
      NewBoxes newBoxes) {
    this.transactions = transactions;
    this.references = references;
    this.contents = contents;
    this.boxTags = boxTags;
    this.newBoxes = newBoxes;
  }

  /** Creates a box, which counts as modified from the start. */
  BoxRecord create(CurrentUser user, BoxCreation creation) {
    return transactions.run(user, transaction -> create(transaction, creation));
  }

  private BoxRecord create(Transaction transaction, BoxCreation creation) {
    ProductRecord product = references.product(transaction, creation.productId());
    ChosenTags tags = references.tags(transaction, creation.tagIds());
    LocationRecord location = references.location(transaction, creation.locationId());
    MAY_PUT_INTO.check(transaction.user(), location);
    MAY_FILL_WITH.check(transaction.user(), product);
    tags.check(transaction.user());
    BoxPlacement.requireNotDeleted(location);
    BoxPlacement.requireNotDeleted(product);
    BoxPlacement.requireSameBase(product, location);
    Set<Integer> tagIds = tags.lacking(Set.of(), location.getBaseId());

    BoxRecord box = newBox(transaction, creation);
    box.setState(BoxState.IN_STOCK);
    BoxPlacement.put(box, location);
    contents.fill(transaction, box, product, creation.items());
    tagIds.addAll(boxTags.create(transaction, location.getBaseId(), creation.newTagNames()));
    BoxRecord stored = newBoxes.store(transaction, List.of(box)).getFirst();
    boxTags.attach(transaction, stored, tagIds);
    return stored;
  }

  private BoxRecord newBox(Transaction transaction, BoxCreation creation) {
    BoxRecord box = new BoxRecord();
    if (creation.qrCode() != null) {
      box.setQrCodeId(references.unusedQrCode(transaction, creation.qrCode()).getId());
    }
    box.setNumberOfItems(creation.numberOfItems());
    box.setComment(creation.comment());
    creation.amounts().applyTo(box);
    box.setLastModifiedOn(transaction.now());
    box.setLastModifiedBy(transaction.user().id());
    return box;
  }
}
