package org.boxtribute.server.transfer;

import static org.boxtribute.server.security.Permission.SHIPMENT_READ;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.Loader;
import org.boxtribute.server.graphql.RequestContext;
import org.boxtribute.server.persistence.schema.tables.records.ShipmentRecord;

/** The shipments under agreements that leave or reach a base whose shipments the user may read. */
@Singleton
final class AgreementShipmentsLoader implements Loader<Integer, List<ShipmentRecord>> {
  private final ShipmentRepository shipments;

  AgreementShipmentsLoader(ShipmentRepository shipments) {
    this.shipments = shipments;
  }

  @Override
  public Map<Integer, List<ShipmentRecord>> load(Set<Integer> agreements, RequestContext request) {
    return shipments.ofAgreements(agreements, request.user().scope(SHIPMENT_READ));
  }
}
