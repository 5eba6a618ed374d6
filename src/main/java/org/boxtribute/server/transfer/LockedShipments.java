package org.boxtribute.server.transfer;

import static org.boxtribute.server.security.Permission.SHIPMENT_EDIT;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import org.boxtribute.server.graphql.error.BadUserInput;
import org.boxtribute.server.persistence.Transaction;
import org.boxtribute.server.persistence.schema.tables.records.ShipmentRecord;
import org.boxtribute.server.security.Requirement;

/**
 * The shipments that writes change, and who may. A shipment is locked before anything else of it:
 * so one write at a time decides on what is in it.
 */
@Singleton
final class LockedShipments {
  /** Users of the base that sends. */
  static final Requirement<ShipmentRecord> AT_SOURCE =
      requires(SHIPMENT_EDIT).inBase(ShipmentRecord::getSourceBaseId);

  /** Users of the base that receives. */
  static final Requirement<ShipmentRecord> AT_TARGET =
      requires(SHIPMENT_EDIT).inBase(ShipmentRecord::getTargetBaseId);

  /** Users of either base. */
  static final Requirement<ShipmentRecord> AT_EITHER =
      requires(SHIPMENT_EDIT).inAnyBaseOf(ShipmentFields::bases);

  private final ShipmentRepository shipments;

  LockedShipments(ShipmentRepository shipments) {
    this.shipments = shipments;
  }

  /**
   * Locks a shipment that the one who writes may change, and whose state allows it.
   *
   * @throws BadUserInput if there is none, or if it is in another state
   */
  ShipmentRecord lock(
      Transaction transaction, int id, Requirement<ShipmentRecord> rule, ShipmentState state) {
    ShipmentRecord shipment =
        shipments
            .lock(transaction, id)
            .orElseThrow(() -> BadUserInput.doesNotExist("Shipment", id));
    rule.check(transaction.user(), shipment);
    if (shipment.getState() != state) {
      throw new BadUserInput(
          "The state of the shipment, %s, does not allow this."
              .formatted(shipment.getState().apiName()));
    }
    return shipment;
  }
}
