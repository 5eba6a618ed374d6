package org.boxtribute.server.warehouse;

import static org.boxtribute.server.security.Permission.STOCK_WRITE;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.boxtribute.server.graphql.binding.Arguments;
import org.boxtribute.server.graphql.error.Rejection;
import org.boxtribute.server.graphql.error.UserError;
import org.boxtribute.server.graphql.error.UserError.ResourceDoesNotExistError;
import org.boxtribute.server.persistence.Transaction;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;
import org.boxtribute.server.persistence.schema.tables.records.LocationRecord;
import org.boxtribute.server.warehouse.BoxError.DeletedBoxError;
import org.boxtribute.server.warehouse.BoxError.DeletedLocationError;
import org.boxtribute.server.warehouse.BoxError.InvalidBoxStateError;
import org.boxtribute.server.warehouse.BoxError.InvalidNumberOfItemsError;

/** The rules by which items are taken out of a box and put into a new one. */
@Singleton
final class BoxSplitService {
  private final BoxReferences references;
  private final LocationRepository locations;
  private final Boxes boxes;
  private final NewBoxes newBoxes;

  BoxSplitService(
      BoxReferences references, LocationRepository locations, Boxes boxes, NewBoxes newBoxes) {
    this.references = references;
    this.locations = locations;
    this.boxes = boxes;
    this.newBoxes = newBoxes;
  }

  /**
   * What is to be taken out of a box.
   *
   * @param locationId where the new box is to be put
   */
  record Split(String sourceLabelIdentifier, int numberOfItems, int locationId) {

    /** Reads a {@code BoxFromBoxCreationInput}. */
    static Split from(Arguments input) {
      return new Split(
          input.requiredText("sourceBoxLabelIdentifier"),
          input.requiredInteger("numberOfItems"),
          input.requiredInteger("locationId"));
    }
  }

  /** Takes items out of a box, and gives back the new box that they are in. */
  BoxRecord split(Transaction transaction, Split split) {
    LocationRecord destination = references.destination(transaction, split.locationId());
    BoxRecord source = lockSource(transaction, split.sourceLabelIdentifier());
    boxes.check(transaction, STOCK_WRITE, List.of(source));
    rejectInvalid(split, source, destination);
    LocationRecord origin = locations.find(transaction, source.getLocationId());
    BoxPlacement.requireSameBase(origin, destination);

    BoxRecord part =
        newBoxes.store(transaction, List.of(emptyBox(transaction, source, origin))).getFirst();
    source.setNumberOfItems(items(source) - split.numberOfItems());
    part.setNumberOfItems(split.numberOfItems());
    BoxPlacement.put(part, destination);
    boxes.store(transaction, List.of(source, part));
    return boxes.written(transaction, List.of(part)).getFirst();
  }

  private BoxRecord lockSource(Transaction transaction, String label) {
    return boxes.lock(transaction, Set.of(label)).stream()
        .findFirst()
        .orElseThrow(() -> new Rejection(new ResourceDoesNotExistError(label, "Box")));
  }

  private static void rejectInvalid(Split split, BoxRecord source, LocationRecord destination) {
    int numberOfItems = split.numberOfItems();
    if (numberOfItems < 0 || numberOfItems > items(source)) {
      throw rejection(new InvalidNumberOfItemsError(numberOfItems));
    }
    if (source.getDeletedOn() != null) {
      throw rejection(new DeletedBoxError(source.getLabelIdentifier()));
    }
    if (destination.getDeletedOn() != null) {
      throw rejection(new DeletedLocationError(destination.getName()));
    }
    if (!BoxState.IN_WAREHOUSE.contains(source.getState())) {
      throw rejection(new InvalidBoxStateError(source.getState()));
    }
  }

  /**
   * The new box is made empty where the source stands, and filled and moved afterwards: statistics
   * that read the history count items that come into being with a box, and boxes that move.
   */
  private static BoxRecord emptyBox(
      Transaction transaction, BoxRecord source, LocationRecord origin) {
    BoxRecord box = new BoxRecord();
    box.setSourceBoxId(source.getId());
    box.setProductId(source.getProductId());
    box.setSizeId(source.getSizeId());
    box.setDisplayUnitId(source.getDisplayUnitId());
    box.setMeasureValue(source.getMeasureValue());
    box.setNumberOfItems(0);
    box.setComment("");
    box.setState(BoxState.IN_STOCK);
    BoxPlacement.put(box, origin);
    Boxes.touch(transaction, box);
    return box;
  }

  private static int items(BoxRecord box) {
    return Objects.requireNonNullElse(box.getNumberOfItems(), 0);
  }

  private static Rejection rejection(UserError error) {
    return new Rejection(error);
  }
}
