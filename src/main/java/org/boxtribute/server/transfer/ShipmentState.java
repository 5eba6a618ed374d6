package org.boxtribute.server.transfer;

import org.boxtribute.server.graphql.binding.ApiEnum;
import org.jooq.impl.EnumConverter;

/** How far a shipment has come. */
public enum ShipmentState implements ApiEnum {
  PREPARING("Preparing"),
  SENT("Sent"),
  RECEIVING("Receiving"),
  COMPLETED("Completed"),
  CANCELED("Canceled"),
  LOST("Lost");

  private final String stored;

  ShipmentState(String stored) {
    this.stored = stored;
  }

  /** The text that shipment.state holds for this value. */
  public String stored() {
    return stored;
  }

  /** Reads and writes shipment.state; a text that names no value is read as null. */
  public static final class Stored extends EnumConverter<String, ShipmentState> {
    private static final long serialVersionUID = 1L;

    /** Called by the generated tables. */
    public Stored() {
      super(String.class, ShipmentState.class, ShipmentState::stored);
    }
  }
}
