package org.boxtribute.server.transfer;

import static org.boxtribute.server.security.Permission.SHIPMENT_READ;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.binding.OldLoader;
import org.boxtribute.server.persistence.schema.tables.records.ShipmentRecord;
import org.boxtribute.server.security.CurrentUser;

/** The shipments under agreements that leave or reach a base whose shipments the user may read. */
@Singleton
final class AgreementShipmentsLoader implements OldLoader<Integer, List<ShipmentRecord>> {
  private final ShipmentRepository shipments;

  AgreementShipmentsLoader(ShipmentRepository shipments) {
    this.shipments = shipments;
  }

  @Override
  public Map<Integer, List<ShipmentRecord>> load(Set<Integer> agreements, CurrentUser user) {
    return shipments.ofAgreements(agreements, user.scope(SHIPMENT_READ));
  }
}
