package org.boxtribute.server.transfer;

import static org.boxtribute.server.security.Permission.SHIPMENT_DETAIL_READ;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.binding.OldLoader;
import org.boxtribute.server.security.CurrentUser;

/**
 * The shipment detail that a box is in now. A user who may not read shipment details is told of
 * none: the web app asks for this field on behalf of everyone who sees a box.
 */
@Singleton
final class BoxShipmentDetailLoader implements OldLoader<Integer, ShipmentDetailRow> {
  private final ShipmentRepository shipments;

  BoxShipmentDetailLoader(ShipmentRepository shipments) {
    this.shipments = shipments;
  }

  @Override
  public Map<Integer, ShipmentDetailRow> load(Set<Integer> boxes, CurrentUser user) {
    return user.holds(SHIPMENT_DETAIL_READ) ? shipments.openDetailsOfBoxes(boxes) : Map.of();
  }
}
