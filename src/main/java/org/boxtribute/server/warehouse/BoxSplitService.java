package org.boxtribute.server.warehouse;

import static org.boxtribute.server.security.Permission.STOCK_WRITE;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.boxtribute.server.graphql.error.Rejection;
import org.boxtribute.server.graphql.error.UserError;
import org.boxtribute.server.graphql.error.UserError.ResourceDoesNotExistError;
import org.boxtribute.server.persistence.Transaction;
import org.boxtribute.server.persistence.Transactions;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;
import org.boxtribute.server.persistence.schema.tables.records.LocationRecord;
import org.boxtribute.server.security.CurrentUser;
import org.boxtribute.server.security.Requirement;
import org.boxtribute.server.warehouse.BoxError.DeletedBoxError;
import org.boxtribute.server.warehouse.BoxError.DeletedLocationError;
import org.boxtribute.server.warehouse.BoxError.InvalidBoxStateError;
import org.boxtribute.server.warehouse.BoxError.InvalidNumberOfItemsError;

/** The rules by which items are taken out of a box and put into a new one. */
@Singleton
final class BoxSplitService {
  private static final Requirement<LocationRecord> MAY_PUT_INTO =
      requires(STOCK_WRITE).inBase(LocationRecord::getBaseId);

  private final Transactions transactions;
  private final LocationRepository locations;
  private final BoxRepository boxes;
  private final BoxAccess access;
  private final NewBoxes newBoxes;
  private final BoxChangeLog changes;

  BoxSplitService(
      Transactions transactions,
      LocationRepository locations,
      BoxRepository boxes,
      BoxAccess access,
      NewBoxes newBoxes,
      BoxChangeLog changes) {
    this.transactions = transactions;
    this.locations = locations;
    this.boxes = boxes;
    this.access = access;
    this.newBoxes = newBoxes;
    this.changes = changes;
  }

  /** Takes items out of a box, and gives back the new box that they are in. */
  BoxRecord split(CurrentUser user, BoxSplit split) {
    return transactions.run(user, transaction -> split(transaction, split));
  }

  private BoxRecord split(Transaction transaction, BoxSplit split) {
    LocationRecord destination = lockDestination(transaction, split.locationId());
    MAY_PUT_INTO.check(transaction.user(), destination);
    BoxRecord source = lockSource(transaction, split.sourceLabelIdentifier());
    access.check(transaction, STOCK_WRITE, source);
    rejectInvalid(split, source, destination);
    LocationRecord origin = locations.find(transaction, source.getLocationId());
    BoxPlacement.requireSameBase(origin, destination);

    BoxRecord part =
        newBoxes.store(transaction, List.of(emptyBox(transaction, source, origin))).getFirst();
    source.setNumberOfItems(items(source) - split.numberOfItems());
    store(transaction, source);
    part.setNumberOfItems(split.numberOfItems());
    BoxPlacement.put(part, destination);
    store(transaction, part);
    return boxes.written(transaction, part.getId());
  }

  private LocationRecord lockDestination(Transaction transaction, int id) {
    LocationRecord destination = locations.lockForShare(transaction, Set.of(id)).get(id);
    if (destination == null) {
      throw new Rejection(new ResourceDoesNotExistError(id, "Location"));
    }
    return destination;
  }

  private BoxRecord lockSource(Transaction transaction, String label) {
    return boxes
        .lock(transaction, label)
        .orElseThrow(() -> new Rejection(new ResourceDoesNotExistError(label, "Box")));
  }

  private static void rejectInvalid(BoxSplit split, BoxRecord source, LocationRecord destination) {
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
    if (!BoxPlacement.IN_WAREHOUSE.contains(source.getState())) {
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
    box.setLastModifiedOn(transaction.now());
    box.setLastModifiedBy(transaction.user().id());
    return box;
  }

  private void store(Transaction transaction, BoxRecord box) {
    if (changes.changed(transaction, box)) {
      boxes.updateAsModified(transaction, box);
    }
  }

  private static int items(BoxRecord box) {
    return Objects.requireNonNullElse(box.getNumberOfItems(), 0);
  }

  private static Rejection rejection(UserError error) {
    return new Rejection(error);
  }
}
