package org.boxtribute.server.transfer;

import static org.boxtribute.server.security.Permission.SHIPMENT_DETAIL_READ;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.Loader;
import org.boxtribute.server.graphql.RequestContext;

/** What shipments consist of, for users who may read shipment details. */
@Singleton
final class ShipmentDetailsLoader implements Loader<Integer, List<ShipmentDetailRow>> {
  private final ShipmentRepository shipments;

  ShipmentDetailsLoader(ShipmentRepository shipments) {
    this.shipments = shipments;
  }

  @Override
  public Map<Integer, List<ShipmentDetailRow>> load(Set<Integer> ids, RequestContext request) {
    requires(SHIPMENT_DETAIL_READ).anywhere().check(request.user(), ids);
    return shipments.detailsOfShipments(ids);
  }
}
