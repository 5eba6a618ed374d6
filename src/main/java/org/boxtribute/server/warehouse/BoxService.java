package org.boxtribute.server.warehouse;

import static java.util.Objects.requireNonNullElse;
import static org.boxtribute.server.security.Permission.LOCATION_READ;
import static org.boxtribute.server.security.Permission.PRODUCT_READ;
import static org.boxtribute.server.security.Permission.STOCK_WRITE;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.boxtribute.server.graphql.binding.Arguments;
import org.boxtribute.server.graphql.error.BadUserInput;
import org.boxtribute.server.graphql.error.Rejection;
import org.boxtribute.server.persistence.Transaction;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;
import org.boxtribute.server.persistence.schema.tables.records.LocationRecord;
import org.boxtribute.server.persistence.schema.tables.records.ProductRecord;
import org.boxtribute.server.security.BaseScope;
import org.boxtribute.server.security.Requirement;
import org.boxtribute.server.warehouse.BoxError.DeletedLocationError;
import org.jspecify.annotations.Nullable;

/**
 * The rules by which boxes change. Where many are to change at once, those that cannot, or that are
 * already as they are to be, are named in the answer and stay as they are.
 */
@Singleton
final class BoxService {
  private static final Requirement<LocationRecord> WRITABLE =
      requires(STOCK_WRITE).inBase(LocationRecord::getBaseId);
  private static final Requirement<LocationRecord> MAY_MOVE_TO =
      requires(LOCATION_READ).inBase(LocationRecord::getBaseId);
  private static final Requirement<ProductRecord> MAY_FILL_WITH =
      requires(PRODUCT_READ).inBase(ProductRecord::getBaseId);

  private final BoxReferences references;
  private final Boxes boxes;
  private final LocationRepository locations;
  private final BoxContents contents;
  private final BoxTagService boxTags;

  BoxService(
      BoxReferences references,
      Boxes boxes,
      LocationRepository locations,
      BoxContents contents,
      BoxTagService boxTags) {
    this.references = references;
    this.boxes = boxes;
    this.locations = locations;
    this.contents = contents;
    this.boxTags = boxTags;
  }

  /** Boxes that are to be moved together. */
  record Move(Set<String> labels, int locationId) {

    /** Reads a {@code BoxMoveInput}. */
    static Move from(Arguments input) {
      return new Move(BoxInputs.labels(input), input.requiredInteger("locationId"));
    }
  }

  /** Deletes those of the boxes that are in the warehouse of a base where the user may do so. */
  BoxesResult delete(Transaction transaction, Set<String> labels) {
    List<BoxRecord> valid =
        boxes.lockInWarehouse(transaction, labels, transaction.user().scope(STOCK_WRITE));
    valid.forEach(box -> box.setDeletedOn(transaction.now()));
    return stored(transaction, labels, valid);
  }

  /** Moves those of the boxes that are elsewhere in the warehouse of the location's base. */
  BoxesResult move(Transaction transaction, Move move) {
    LocationRecord location = references.destination(transaction, move.locationId());
    if (location.getDeletedOn() != null) {
      throw new Rejection(new DeletedLocationError(location.getName()));
    }
    BaseScope ofLocation = new BaseScope.Only(Set.of(location.getBaseId()));
    List<BoxRecord> valid =
        boxes.lockInWarehouse(transaction, move.labels(), ofLocation).stream()
            .filter(box -> !box.getLocationId().equals(location.getId()))
            .toList();
    valid.forEach(box -> BoxPlacement.put(box, location));
    return stored(transaction, move.labels(), valid);
  }

  private BoxesResult stored(Transaction transaction, Set<String> labels, List<BoxRecord> changed) {
    boxes.store(transaction, changed);
    return BoxesResult.of(labels, boxes.written(transaction, changed));
  }

  /** Changes the weight and the value of a box that is prepared for a shipment. */
  BoxRecord updateMarkedForShipment(Transaction transaction, BoxUpdate update) {
    BoxRecord box = boxes.lock(transaction, update.labelIdentifier());
    WRITABLE.check(transaction.user(), locations.find(transaction, box.getLocationId()));
    Boxes.requireState(box, Set.of(BoxState.MARKED_FOR_SHIPMENT));
    update.details().applyTo(box);
    return stored(transaction, box);
  }

  /**
   * Changes a box that is in the warehouse. New tags alone do not count as a change of it; other
   * tags do, though the history tells of them by the tags' own times.
   */
  BoxRecord update(Transaction transaction, BoxUpdate update) {
    Integer productId = update.productId();
    Integer locationId = update.locationId();
    BoxReferences.Locked locked =
        references.lock(
            transaction,
            idsOf(productId),
            requireNonNullElse(update.tagIds(), Set.of()),
            idsOf(locationId));
    BoxRecord box = boxes.lock(transaction, update.labelIdentifier());
    LocationRecord location = locations.find(transaction, box.getLocationId());
    WRITABLE.check(transaction.user(), location);
    LocationRecord destination = destination(transaction, locked, locationId);
    ProductRecord product = product(transaction, locked, productId);
    locked.chosenTags().check(transaction.user());
    Boxes.requireState(box, BoxState.IN_WAREHOUSE);
    if (destination != null) {
      move(box, location, destination);
    }
    changeContents(transaction, box, location, product, update.items());
    update.details().applyTo(box);
    if (update.state() != null) {
      requireInWarehouse(update.state());
      box.setState(update.state());
    }
    boolean tagsChanged =
        boxTags.change(
            transaction,
            box,
            location.getBaseId(),
            update.tagIds() == null ? null : locked.chosenTags(),
            update.newTagNames());
    if (tagsChanged) {
      Boxes.touch(transaction, box);
    }
    return stored(transaction, box);
  }

  /** Without a shipment that it could arrive with, a box would never leave another state. */
  private static void requireInWarehouse(BoxState state) {
    if (!BoxState.IN_WAREHOUSE.contains(state)) {
      throw new BadUserInput(
          "Only a shipment can give a box the state '%s' ('state').".formatted(state.apiName()));
    }
  }

  private static Set<Integer> idsOf(@Nullable Integer id) {
    return id == null ? Set.of() : Set.of(id);
  }

  private static @Nullable LocationRecord destination(
      Transaction transaction, BoxReferences.Locked locked, @Nullable Integer id) {
    if (id == null) {
      return null;
    }
    LocationRecord destination = locked.location(id);
    MAY_MOVE_TO.check(transaction.user(), destination);
    return destination;
  }

  private static @Nullable ProductRecord product(
      Transaction transaction, BoxReferences.Locked locked, @Nullable Integer id) {
    if (id == null) {
      return null;
    }
    ProductRecord product = locked.product(id);
    MAY_FILL_WITH.check(transaction.user(), product);
    return product;
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
      int held = box.getProductId();
      contents.fill(
          transaction,
          box,
          references.lock(transaction, Set.of(held), Set.of(), Set.of()).product(held),
          items);
    }
  }

  private BoxRecord stored(Transaction transaction, BoxRecord box) {
    boxes.store(transaction, List.of(box));
    return boxes.written(transaction, List.of(box)).getFirst();
  }
}
