package org.boxtribute.server.transfer;

import static org.boxtribute.server.security.Permission.SHIPMENT_DETAIL_READ;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.binding.OldLoader;
import org.boxtribute.server.security.CurrentUser;

/** What shipments consist of, for users who may read shipment details. */
@Singleton
final class ShipmentDetailsLoader implements OldLoader<Integer, List<ShipmentDetailRow>> {
  private final ShipmentRepository shipments;

  ShipmentDetailsLoader(ShipmentRepository shipments) {
    this.shipments = shipments;
  }

  @Override
  public Map<Integer, List<ShipmentDetailRow>> load(Set<Integer> ids, CurrentUser user) {
    requires(SHIPMENT_DETAIL_READ).anywhere().check(user, ids);
    return shipments.detailsOfShipments(ids);
  }
}
