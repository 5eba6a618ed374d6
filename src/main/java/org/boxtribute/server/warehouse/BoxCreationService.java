package org.boxtribute.server.warehouse;

import static org.boxtribute.server.security.Permission.LOCATION_READ;
import static org.boxtribute.server.security.Permission.PRODUCT_READ;
import static org.boxtribute.server.security.Permission.STOCK_WRITE;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.persistence.Transaction;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;
import org.boxtribute.server.persistence.schema.tables.records.LocationRecord;
import org.boxtribute.server.persistence.schema.tables.records.ProductRecord;
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

  private final BoxReferences references;
  private final BoxContents contents;
  private final BoxTagService boxTags;
  private final NewBoxes newBoxes;

  BoxCreationService(
      BoxReferences references, BoxContents contents, BoxTagService boxTags, NewBoxes newBoxes) {
    this.references = references;
    this.contents = contents;
    this.boxTags = boxTags;
    this.newBoxes = newBoxes;
  }

  /** Creates a box, which counts as modified from the start. */
  BoxRecord create(Transaction transaction, BoxCreation creation) {
    BoxReferences.Locked locked =
        references.lock(
            transaction,
            Set.of(creation.productId()),
            creation.tagIds(),
            Set.of(creation.locationId()));
    LocationRecord location = locked.location(creation.locationId());
    MAY_PUT_INTO.check(transaction.user(), location);
    ProductRecord product = locked.product(creation.productId());
    MAY_FILL_WITH.check(transaction.user(), product);
    locked.chosenTags().check(transaction.user());
    BoxPlacement.requireNotDeleted(location);
    BoxPlacement.requireNotDeleted(product);
    BoxPlacement.requireSameBase(product, location);
    int base = location.getBaseId();
    Set<Integer> tags = locked.chosenTags().lacking(Set.of(), base);

    BoxRecord box = newBox(transaction, creation);
    box.setState(BoxState.IN_STOCK);
    BoxPlacement.put(box, location);
    contents.fill(transaction, box, product, creation.items());
    tags.addAll(boxTags.create(transaction, base, creation.newTagNames()).values());
    BoxRecord stored = newBoxes.store(transaction, List.of(box)).getFirst();
    boxTags.attachEach(transaction, Map.of(stored.getId(), tags));
    return stored;
  }

  private BoxRecord newBox(Transaction transaction, BoxCreation creation) {
    BoxRecord box = new BoxRecord();
    if (creation.qrCode() != null) {
      box.setQrCodeId(references.unusedQrCode(transaction, creation.qrCode()).getId());
    }
    box.setComment("");
    creation.details().applyTo(box);
    Boxes.touch(transaction, box);
    return box;
  }
}
