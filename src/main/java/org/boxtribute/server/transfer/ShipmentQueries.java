package org.boxtribute.server.transfer;

import static org.boxtribute.server.security.Permission.SHIPMENT_READ;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import org.boxtribute.server.graphql.binding.Arguments;
import org.boxtribute.server.graphql.binding.Bindings;
import org.boxtribute.server.graphql.binding.FieldBindings;
import org.boxtribute.server.graphql.binding.QueryBinding;
import org.boxtribute.server.graphql.error.BadUserInput;
import org.boxtribute.server.persistence.schema.tables.records.ShipmentRecord;
import org.boxtribute.server.security.CurrentUser;

/** The root query fields about shipments. */
@Singleton
final class ShipmentQueries implements FieldBindings {
  private final ShipmentRepository shipments;

  ShipmentQueries(ShipmentRepository shipments) {
    this.shipments = shipments;
  }

  @Override
  public void bind(Bindings bindings) {
    QueryBinding query = bindings.query();
    query.fetch("shipment", this::shipment);
    query.fetch("shipments", this::shipments);
  }

  private ShipmentRecord shipment(Arguments arguments, CurrentUser user) {
    int id = arguments.id("id");
    ShipmentRecord shipment =
        shipments.find(id).orElseThrow(() -> BadUserInput.doesNotExist("Shipment", id));
    user.requireInAnyOf(SHIPMENT_READ, ShipmentFields.bases(shipment));
    return shipment;
  }

  private List<ShipmentRecord> shipments(Arguments arguments, CurrentUser user) {
    return shipments.within(
        user.scope(SHIPMENT_READ),
        Objects.requireNonNullElse(arguments.choices("states", ShipmentState.class), List.of()));
  }
}
