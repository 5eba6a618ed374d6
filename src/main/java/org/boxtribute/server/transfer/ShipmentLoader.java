package org.boxtribute.server.transfer;

import static org.boxtribute.server.security.Permission.SHIPMENT_READ;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.binding.OldLoader;
import org.boxtribute.server.persistence.schema.tables.records.ShipmentRecord;
import org.boxtribute.server.security.CurrentUser;

/** Shipments by id, those that leave or reach a base whose shipments the user may read. */
@Singleton
final class ShipmentLoader implements OldLoader<Integer, ShipmentRecord> {
  private final ShipmentRepository shipments;

  ShipmentLoader(ShipmentRepository shipments) {
    this.shipments = shipments;
  }

  @Override
  public Map<Integer, ShipmentRecord> load(Set<Integer> ids, CurrentUser user) {
    return shipments.byId(ids, user.scope(SHIPMENT_READ));
  }
}
