package org.boxtribute.server.warehouse;

import org.boxtribute.server.graphql.binding.ApiEnum;
import org.jooq.impl.EnumConverter;

/** Which of the GraphQL types that implement Location a row of locations is. */
public enum LocationType implements ApiEnum {
  CLASSIC_LOCATION("Warehouse"),
  DISTRIBUTION_SPOT("MapDistroSpot");

  private final String stored;

  LocationType(String stored) {
    this.stored = stored;
  }

  /** The text that locations.type holds for this value. */
  public String stored() {
    return stored;
  }

  /** Reads and writes locations.type; a text that names no value is read as null. */
  public static final class Stored extends EnumConverter<String, LocationType> {
    private static final long serialVersionUID = 1L;

    /** Called by the generated tables. */
    public Stored() {
      super(String.class, LocationType.class, LocationType::stored);
    }
  }
}
