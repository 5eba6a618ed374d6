package org.boxtribute.server.transfer;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.binding.OldLoader;
import org.boxtribute.server.persistence.schema.tables.records.ProductRecord;
import org.boxtribute.server.security.CurrentUser;

/** By the id of a shipment detail, the target base's product that its box can be received as. */
@Singleton
final class MatchingTargetProductLoader implements OldLoader<Integer, ProductRecord> {
  private final ShipmentRepository shipments;

  MatchingTargetProductLoader(ShipmentRepository shipments) {
    this.shipments = shipments;
  }

  @Override
  public Map<Integer, ProductRecord> load(Set<Integer> details, CurrentUser user) {
    return shipments.matchingTargetProducts(details);
  }
}
