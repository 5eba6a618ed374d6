package org.boxtribute.server.warehouse;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.boxtribute.server.graphql.binding.ApiEnum;
import org.jooq.impl.EnumConverter;

/** What may be done with a box, and where it is on its way. */
public enum BoxState implements ApiEnum {
  IN_STOCK(1),
  LOST(2),
  MARKED_FOR_SHIPMENT(3),
  RECEIVING(4),
  DONATED(5),
  SCRAP(6),
  IN_TRANSIT(7),
  NOT_DELIVERED(8);

  /** The states of boxes that are neither on a shipment nor about to be. */
  static final Set<BoxState> IN_WAREHOUSE =
      Collections.unmodifiableSet(EnumSet.of(IN_STOCK, DONATED, SCRAP, LOST));

  /** The states of boxes that were sent and have not arrived. */
  static final Set<BoxState> ON_THE_WAY =
      Collections.unmodifiableSet(EnumSet.of(IN_TRANSIT, RECEIVING, NOT_DELIVERED));

  private final int id;

  BoxState(int id) {
    this.id = id;
  }

  /** The id of this value's row in box_state. */
  public int id() {
    return id;
  }

  /** Reads and writes ids of box_state; an id that names no value is read as null. */
  public static final class Stored extends EnumConverter<Integer, BoxState> {
    private static final long serialVersionUID = 1L;

    /** Called by the generated tables. */
    public Stored() {
      super(Integer.class, BoxState.class, BoxState::id);
    }
  }
}
