package org.boxtribute.server.warehouse;

import static org.boxtribute.server.persistence.schema.Tables.BOX;
import static org.boxtribute.server.security.Permission.STOCK_WRITE;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.boxtribute.server.graphql.Rejection;
import org.boxtribute.server.graphql.UserError.DeletedLocationError;
import org.boxtribute.server.graphql.UserError.ResourceDoesNotExistError;
import org.boxtribute.server.persistence.Transaction;
import org.boxtribute.server.persistence.Transactions;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;
import org.boxtribute.server.persistence.schema.tables.records.LocationRecord;
import org.boxtribute.server.security.BaseScope;
import org.boxtribute.server.security.CurrentUser;
import org.boxtribute.server.security.Requirement;

/**
 * The rules by which many boxes change at once. Those that cannot change, or that are already as
 * they are to be, are named in the answer and stay as they are.
 */
@Singleton
final class BoxBulkService {
  private static final Requirement<LocationRecord> MAY_MOVE_TO =
      requires(STOCK_WRITE).inBase(LocationRecord::getBaseId);

  private final Transactions transactions;
  private final BoxBulkRepository boxes;

  BoxBulkService(Transactions transactions, BoxBulkRepository boxes) {
    this.transactions = transactions;
    this.boxes = boxes;
  }

  /** Deletes those of the boxes that are in the warehouse of a base where the user may do so. */
  BoxesResult delete(CurrentUser user, Collection<String> labels) {
    return transactions.run(user, transaction -> delete(transaction, new TreeSet<>(labels)));
  }

  /** Moves those of the boxes that are elsewhere in the warehouse of the location's base. */
  BoxesResult move(CurrentUser user, Collection<String> labels, int location) {
    return transactions.run(
        user, transaction -> move(transaction, new TreeSet<>(labels), location));
  }

  private BoxesResult delete(Transaction transaction, Set<String> labels) {
    List<BoxRecord> valid = boxes.lock(transaction, labels, transaction.user().scope(STOCK_WRITE));
    boxes.delete(transaction, ids(valid));
    valid.forEach(box -> transaction.history().deleted(BOX, box.getId()));
    return result(transaction, labels, valid);
  }

  private BoxesResult move(Transaction transaction, Set<String> labels, int locationId) {
    LocationRecord location =
        boxes
            .lockLocation(transaction, locationId)
            .orElseThrow(
                () -> new Rejection(new ResourceDoesNotExistError(locationId, "Location")));
    MAY_MOVE_TO.check(transaction.user(), location);
    if (location.getDeletedOn() != null) {
      throw new Rejection(new DeletedLocationError(location.getName()));
    }
    List<BoxRecord> valid =
        boxes.lock(transaction, labels, only(location.getBaseId())).stream()
            .filter(box -> !box.getLocationId().equals(locationId))
            .toList();
    for (BoxRecord box : valid) {
      box.setLocationId(locationId);
      if (location.getDefaultBoxState() != null) {
        box.setState(location.getDefaultBoxState());
      }
      transaction.history().changed(box.getId(), box, BOX.LOCATION_ID, BOX.STATE);
    }
    boxes.move(transaction, ids(valid), location);
    return result(transaction, labels, valid);
  }

  private BoxesResult result(Transaction transaction, Set<String> labels, List<BoxRecord> changed) {
    Set<String> invalid = new TreeSet<>(labels);
    changed.forEach(box -> invalid.remove(box.getLabelIdentifier()));
    return new BoxesResult(boxes.written(transaction, ids(changed)), List.copyOf(invalid));
  }

  private static BaseScope only(int base) {
    return new BaseScope.Only(Set.of(base));
  }

  private static Set<Integer> ids(List<BoxRecord> boxes) {
    return boxes.stream().map(BoxRecord::getId).collect(Collectors.toCollection(TreeSet::new));
  }
}
