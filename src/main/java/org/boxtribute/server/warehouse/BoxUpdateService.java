package org.boxtribute.server.warehouse;

import static org.boxtribute.server.security.Permission.LOCATION_READ;
import static org.boxtribute.server.security.Permission.PRODUCT_READ;
import static org.boxtribute.server.security.Permission.STOCK_WRITE;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Set;
import org.boxtribute.server.graphql.error.BadUserInput;
import org.boxtribute.server.persistence.Transaction;
import org.boxtribute.server.persistence.Transactions;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;
import org.boxtribute.server.persistence.schema.tables.records.LocationRecord;
import org.boxtribute.server.persistence.schema.tables.records.ProductRecord;
import org.boxtribute.server.security.CurrentUser;
import org.boxtribute.server.security.Requirement;
import org.jspecify.annotations.Nullable;

/** The rules by which a single box changes. */
@Singleton
final class BoxUpdateService {
  private static final Requirement<LocationRecord> WRITABLE =
      requires(STOCK_WRITE).inBase(LocationRecord::getBaseId);
  private static final Requirement<LocationRecord> MAY_MOVE_TO =
      requires(LOCATION_READ).inBase(LocationRecord::getBaseId);
  private static final Requirement<ProductRecord> MAY_FILL_WITH =
      requires(PRODUCT_READ).inBase(ProductRecord::getBaseId);

  private final Transactions transactions;
  private final BoxReferences references;
  private final BoxRepository boxes;
  private final LocationRepository locations;
  private final BoxContents contents;
  private final BoxTags boxTags;
  private final BoxChangeLog changes;

  BoxUpdateService(
      Transactions transactions,
      BoxReferences references,
      BoxRepository boxes,
      LocationRepository locations,
      BoxContents contents,
      BoxTags boxTags,
      BoxChangeLog changes) {
    this.transactions = transactions;
    this.references = references;
    this.boxes = boxes;
    this.locations = locations;
    this.contents = contents;
    this.boxTags = boxTags;
    this.changes = changes;
  }

  /**
   * Changes a box that is in the warehouse. New tags alone do not count as a change of it; other
   * tags do, though the history tells of them by the tags' own times.
   */
  BoxRecord update(CurrentUser user, BoxUpdate update) {
    return transactions.run(user, transaction -> update(transaction, update));
  }

  /** Changes the weight and the value of a box that is prepared for a shipment. */
  BoxRecord updateMarkedForShipment(CurrentUser user, String label, BoxAmounts amounts) {
    return transactions.run(
        user,
        transaction -> {
          BoxRecord box = lock(transaction, label);
          WRITABLE.check(user, locations.find(transaction, box.getLocationId()));
          requireState(box, Set.of(BoxState.MARKED_FOR_SHIPMENT));
          amounts.applyTo(box);
          return store(transaction, box, false);
        });
  }

  private BoxRecord update(Transaction transaction, BoxUpdate update) {
    Integer productId = update.productId();
    ProductRecord product = productId == null ? null : references.product(transaction, productId);
    ChosenTags tags =
        references.tags(transaction, Objects.requireNonNullElse(update.tagIds(), Set.of()));
    Integer locationId = update.locationId();
    LocationRecord destination =
        locationId == null ? null : references.location(transaction, locationId);
    BoxRecord box = lock(transaction, update.labelIdentifier());
    LocationRecord location = locations.find(transaction, box.getLocationId());

    check(transaction.user(), location, destination, product);
    tags.check(transaction.user());
    requireState(box, BoxPlacement.IN_WAREHOUSE);
    if (destination != null) {
      move(box, location, destination);
    }
    changeContents(transaction, box, location, product, update.items());
    apply(update, box);

    boolean tagsChanged =
        update.tagIds() != null && boxTags.replace(transaction, box, tags, location.getBaseId());
    boxTags.attach(
        transaction, box, boxTags.create(transaction, location.getBaseId(), update.newTagNames()));
    return store(transaction, box, tagsChanged);
  }

  private static void check(
      CurrentUser user,
      LocationRecord location,
      @Nullable LocationRecord destination,
      @Nullable ProductRecord product) {
    WRITABLE.check(user, location);
    if (destination != null) {
      MAY_MOVE_TO.check(user, destination);
    }
    if (product != null) {
      MAY_FILL_WITH.check(user, product);
    }
  }

  private static void move(BoxRecord box, LocationRecord location, LocationRecord destination) {
    BoxPlacement.requireSameBase(location, destination);
    if (!destination.getId().equals(location.getId())) {
      BoxPlacement.requireNotDeleted(destination);
    }
    BoxPlacement.put(box, destination);
  }

  /**
   * The web app sends a box's product along when something else changes, so what the box holds
   * already may be deleted. It is locked after the box, unlike a new product; no write that waits
   * for a box holds a product that others wait for.
   */
  private void changeContents(
      Transaction transaction,
      BoxRecord box,
      LocationRecord location,
      @Nullable ProductRecord product,
      ItemSpecification items) {
    if (product != null) {
      BoxPlacement.requireSameBase(product, location);
      if (!product.getId().equals(box.getProductId())) {
        BoxPlacement.requireNotDeleted(product);
      }
      contents.fill(transaction, box, product, items);
    } else if (!items.isEmpty()) {
      contents.fill(transaction, box, references.product(transaction, box.getProductId()), items);
    }
  }

  private static void apply(BoxUpdate update, BoxRecord box) {
    if (update.numberOfItems() != null) {
      box.setNumberOfItems(update.numberOfItems());
    }
    if (update.comment() != null) {
      box.setComment(update.comment());
    }
    if (update.state() != null) {
      box.setState(update.state());
    }
    update.amounts().applyTo(box);
  }

  private BoxRecord store(Transaction transaction, BoxRecord box, boolean tagsChanged) {
    if (changes.changed(transaction, box) || tagsChanged) {
      boxes.updateAsModified(transaction, box);
    }
    return boxes.written(transaction, box.getId());
  }

  private BoxRecord lock(Transaction transaction, String label) {
    return boxes
        .lock(transaction, label)
        .orElseThrow(() -> BadUserInput.doesNotExist("Box", label));
  }

  private static void requireState(BoxRecord box, Set<BoxState> states) {
    if (box.getDeletedOn() != null) {
      throw new BadUserInput("The box '" + box.getLabelIdentifier() + "' is deleted.");
    }
    if (!states.contains(box.getState())) {
      throw new BadUserInput(
          "The state of the box '%s', %s, does not allow this."
              .formatted(box.getLabelIdentifier(), box.getState().apiName()));
    }
  }
}
