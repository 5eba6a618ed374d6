package org.boxtribute.server.warehouse;

import static org.boxtribute.server.security.Permission.STOCK_WRITE;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.boxtribute.server.graphql.error.BadUserInput;
import org.boxtribute.server.graphql.error.Rejection;
import org.boxtribute.server.graphql.error.UserError.ResourceDoesNotExistError;
import org.boxtribute.server.organisation.OrganisationError.InvalidBaseError;
import org.boxtribute.server.persistence.Transaction;
import org.boxtribute.server.persistence.schema.tables.records.LocationRecord;
import org.boxtribute.server.persistence.schema.tables.records.ProductRecord;
import org.boxtribute.server.persistence.schema.tables.records.QrCodeRecord;
import org.boxtribute.server.persistence.schema.tables.records.TagRecord;
import org.boxtribute.server.product.ProductRepository;
import org.boxtribute.server.security.Requirement;
import org.boxtribute.server.tag.ChosenTags;
import org.boxtribute.server.tag.TagRepository;
import org.boxtribute.server.tag.TaggableResourceType;
import org.boxtribute.server.warehouse.BoxError.ProductLocationBaseMismatchError;
import org.jspecify.annotations.Nullable;

/**
 * Finds what boxes are to refer to, and locks it until they are stored. A write calls these methods
 * in the order in which they stand here, and locks its boxes after them.
 */
@Singleton
final class BoxReferences {
  private static final Requirement<LocationRecord> MAY_MOVE_TO =
      requires(STOCK_WRITE).inBase(LocationRecord::getBaseId);

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

  /** Locks products, then tags, then locations; of what no id is given, no statement is sent. */
  Locked lock(
      Transaction transaction,
      Set<Integer> productIds,
      Set<Integer> tagIds,
      Set<Integer> locationIds) {
    return new Locked(
        productIds.isEmpty() ? Map.of() : products.lockForShare(transaction, productIds),
        tagIds.isEmpty() ? Map.of() : tags.lock(transaction, tagIds),
        locationIds.isEmpty() ? Map.of() : locations.lockForShare(transaction, locationIds));
  }

  /**
   * The location, deleted or not, that boxes which are there are to be moved to, or divided into.
   *
   * @throws Rejection if there is none
   */
  LocationRecord destination(Transaction transaction, int id) {
    LocationRecord location = locations.lockForShare(transaction, Set.of(id)).get(id);
    if (location == null) {
      throw new Rejection(new ResourceDoesNotExistError(id, "Location"));
    }
    MAY_MOVE_TO.check(transaction.user(), location);
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

  /** What boxes refer to, as far as it exists, deleted or not, by ids; all locked. */
  record Locked(
      Map<Integer, ProductRecord> products,
      Map<Integer, TagRecord> tags,
      Map<Integer, LocationRecord> locations) {

    /**
     * The product of an id.
     *
     * @throws BadUserInput if there is none
     */
    ProductRecord product(int id) {
      return found("Product", id, products.get(id));
    }

    /**
     * The location of an id.
     *
     * @throws BadUserInput if there is none
     */
    LocationRecord location(int id) {
      return found("Location", id, locations.get(id));
    }

    /** All of the tags. */
    ChosenTags chosenTags() {
      return new ChosenTags(tags.values(), TaggableResourceType.BOX);
    }

    /** Demands that there are such tags. */
    void requireTags(Set<Integer> ids) {
      ids.forEach(id -> found("Tag", id, tags.get(id)));
    }

    /**
     * The base of all locations.
     *
     * @throws Rejection unless there is exactly one
     */
    int base() {
      return onlyBase(locations.values(), LocationRecord::getBaseId);
    }

    /**
     * Demands that all products are of a base.
     *
     * @throws Rejection if they are of several bases or of another one
     */
    void requireProductsOf(int base) {
      if (onlyBase(products.values(), ProductRecord::getBaseId) != base) {
        throw new Rejection(new ProductLocationBaseMismatchError());
      }
    }

    private static <R> R found(String resource, int id, @Nullable R row) {
      if (row == null) {
        throw BadUserInput.doesNotExist(resource, id);
      }
      return row;
    }

    private static <R> int onlyBase(Collection<R> rows, Function<R, Integer> baseId) {
      Set<Integer> bases = new TreeSet<>();
      rows.forEach(row -> bases.add(baseId.apply(row)));
      if (bases.size() != 1) {
        throw new Rejection(new InvalidBaseError(bases.stream().toList()));
      }
      return bases.iterator().next();
    }
  }
}
