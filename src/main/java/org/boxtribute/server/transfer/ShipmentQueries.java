package org.boxtribute.server.transfer;

import static org.boxtribute.server.security.Permission.SHIPMENT_READ;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import org.boxtribute.server.graphql.Arguments;
import org.boxtribute.server.graphql.BadUserInput;
import org.boxtribute.server.graphql.Bindings;
import org.boxtribute.server.graphql.FieldBindings;
import org.boxtribute.server.graphql.RequestContext;
import org.boxtribute.server.graphql.RootBinding;
import org.boxtribute.server.persistence.schema.tables.records.ShipmentRecord;
import org.boxtribute.server.persistence.type.ShipmentState;

/** The root query fields about shipments. */
@Singleton
final class ShipmentQueries implements FieldBindings {
  private final ShipmentRepository shipments;

  ShipmentQueries(ShipmentRepository shipments) {
    this.shipments = shipments;
  }

  @Override
  public void bind(Bindings bindings) {
    RootBinding query = bindings.query();
    query.fetch("shipment", this::shipment);
    query.fetch("shipments", this::shipments);
  }

  private ShipmentRecord shipment(Arguments arguments, RequestContext request) {
    int id = arguments.id("id");
    ShipmentRecord shipment =
        shipments.find(id).orElseThrow(() -> BadUserInput.doesNotExist("Shipment", id));
    request.user().requireInAnyOf(SHIPMENT_READ, ShipmentFields.bases(shipment));
    return shipment;
  }

  private List<ShipmentRecord> shipments(Arguments arguments, RequestContext request) {
    return shipments.within(
        request.user().scope(SHIPMENT_READ),
        Objects.requireNonNullElse(arguments.choices("states", ShipmentState.class), List.of()));
  }
}
