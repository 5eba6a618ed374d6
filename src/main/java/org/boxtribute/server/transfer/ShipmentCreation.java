package org.boxtribute.server.transfer;

import org.boxtribute.server.graphql.binding.Arguments;
import org.jspecify.annotations.Nullable;

/**
 * What a new shipment is to be.
 *
 * @param agreement the id of the agreement that allows it; null within an organisation
 */
record ShipmentCreation(int sourceBase, int targetBase, @Nullable Integer agreement) {

  /** Reads a {@code ShipmentCreationInput}. */
  static ShipmentCreation from(Arguments input) {
    return new ShipmentCreation(
        input.requiredInteger("sourceBaseId"),
        input.requiredInteger("targetBaseId"),
        input.integer("transferAgreementId"));
  }
}
