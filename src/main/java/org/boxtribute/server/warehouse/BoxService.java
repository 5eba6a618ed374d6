package org.boxtribute.server.warehouse;

import static org.boxtribute.server.security.Permission.STOCK_WRITE;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import org.boxtribute.server.graphql.BadUserInput;
import org.boxtribute.server.persistence.Transaction;
import org.boxtribute.server.persistence.Transactions;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;
import org.boxtribute.server.persistence.schema.tables.records.LocationRecord;
import org.boxtribute.server.persistence.type.BoxState;
import org.boxtribute.server.security.CurrentUser;
import org.boxtribute.server.security.Requirement;

/** The rules by which a single box changes. */
@Singleton
final class BoxService {
  private static final Requirement<LocationRecord> WRITABLE =
      requires(STOCK_WRITE).inBase(LocationRecord::getBaseId);

  private final Transactions transactions;
  private final BoxRepository boxes;
  private final LocationRepository locations;
  private final BoxChangeLog changes;

  BoxService(
      Transactions transactions,
      BoxRepository boxes,
      LocationRepository locations,
      BoxChangeLog changes) {
    this.transactions = transactions;
    this.boxes = boxes;
    this.locations = locations;
    this.changes = changes;
  }

  /** Changes the weight and the value of a box that is prepared for a shipment. */
  BoxRecord updateMarkedForShipment(CurrentUser user, String label, BoxAmounts amounts) {
    return transactions.run(
        user,
        transaction -> {
          BoxRecord box = lock(transaction, label);
          WRITABLE.check(user, locations.find(transaction, box.getLocationId()));
          requireNotDeleted(box);
          if (box.getState() != BoxState.MARKED_FOR_SHIPMENT) {
            throw wrongState(box);
          }
          amounts.applyTo(box);
          return store(transaction, box);
        });
  }

  private BoxRecord store(Transaction transaction, BoxRecord box) {
    if (changes.changed(transaction, box)) {
      box.setLastModifiedOn(transaction.now());
      box.setLastModifiedBy(transaction.user().id());
      boxes.update(transaction, box);
    }
    return boxes.written(transaction, box.getId());
  }

  private BoxRecord lock(Transaction transaction, String label) {
    return boxes
        .lock(transaction, label)
        .orElseThrow(() -> BadUserInput.doesNotExist("Box", label));
  }

  private static void requireNotDeleted(BoxRecord box) {
    if (box.getDeletedOn() != null) {
      throw new BadUserInput("The box '" + box.getLabelIdentifier() + "' is deleted.");
    }
  }

  private static BadUserInput wrongState(BoxRecord box) {
    return new BadUserInput(
        "The state of the box '%s', %s, does not allow this."
            .formatted(box.getLabelIdentifier(), box.getState().apiName()));
  }
}
