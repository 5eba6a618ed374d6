package org.boxtribute.server.transfer;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.Loader;
import org.boxtribute.server.graphql.RequestContext;
import org.boxtribute.server.persistence.schema.tables.records.ProductRecord;

/** By the id of a shipment detail, the target base's product that its box can be received as. */
@Singleton
final class MatchingTargetProductLoader implements Loader<Integer, ProductRecord> {
  private final ShipmentRepository shipments;

  MatchingTargetProductLoader(ShipmentRepository shipments) {
    this.shipments = shipments;
  }

  @Override
  public Map<Integer, ProductRecord> load(Set<Integer> details, RequestContext request) {
    return shipments.matchingTargetProducts(details);
  }
}
