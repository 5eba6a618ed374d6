package org.boxtribute.server.transfer;

import java.util.List;
import org.boxtribute.server.persistence.schema.tables.records.ShipmentDetailRecord;

/**
 * A box in a shipment, together with the shipment's bases: the users of either may see it.
 *
 * @param detail the row of the box in the shipment
 */
record ShipmentDetailRow(ShipmentDetailRecord detail, int sourceBase, int targetBase) {

  List<Integer> bases() {
    return List.of(sourceBase, targetBase);
  }
}
