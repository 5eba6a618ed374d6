package org.boxtribute.server.warehouse;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.boxtribute.server.graphql.error.BadUserInput;
import org.boxtribute.server.persistence.Transaction;
import org.boxtribute.server.persistence.schema.tables.records.LocationRecord;
import org.boxtribute.server.persistence.schema.tables.records.ProductRecord;
import org.boxtribute.server.persistence.schema.tables.records.QrCodeRecord;
import org.boxtribute.server.product.ProductRepository;
import org.boxtribute.server.tag.TagRepository;

/**
 * Finds what a single box is to refer to, and locks it until the box is stored. A write calls these
 * methods in the order in which they stand here, and locks its box after them.
 */
@Singleton
final class BoxReferences {
  private final ProductRepository products;
  private final TagRepository tags;
  private final LocationRepository locations;
  private final QrCodeRepository qrCodes;
  private final BoxRepository boxes;

  BoxReferences(
      ProductRepository products,
      TagRepository tags,
      LocationRepository locations,
      QrCodeRepository qrCodes,
      BoxRepository boxes) {
    this.products = products;
    this.tags = tags;
    this.locations = locations;
    this.qrCodes = qrCodes;
    this.boxes = boxes;
  }

  /**
   * The product of an id, deleted or not.
   *
   * @throws BadUserInput if there is none
   */
  ProductRecord product(Transaction transaction, int id) {
    ProductRecord product = products.lockForShare(transaction, Set.of(id)).get(id);
    if (product == null) {
      throw BadUserInput.doesNotExist("Product", id);
    }
    return product;
  }

  /** Those of the tags that exist. */
  ChosenTags tags(Transaction transaction, Set<Integer> ids) {
    return new ChosenTags(ids.isEmpty() ? List.of() : tags.lock(transaction, ids).values());
  }

  /**
   * The location of an id, deleted or not.
   *
   * @throws BadUserInput if there is none
   */
  LocationRecord location(Transaction transaction, int id) {
    LocationRecord location = locations.lockForShare(transaction, Set.of(id)).get(id);
    if (location == null) {
      throw BadUserInput.doesNotExist("Location", id);
    }
    return location;
  }

  /**
   * The QR code with a text. As it is locked, no other box can get it meanwhile.
   *
   * @throws BadUserInput if there is none, or a box, deleted or not, has it
   */
  QrCodeRecord unusedQrCode(Transaction transaction, String code) {
    QrCodeRecord qrCode =
        qrCodes
            .lock(transaction, code)
            .orElseThrow(() -> BadUserInput.doesNotExist("QrCode", code));
    if (boxes.carries(transaction, qrCode.getId())) {
      throw new BadUserInput("The QR code '" + code + "' is on another box.");
    }
    return qrCode;
  }
}
