package org.boxtribute.server.distribution;

import org.boxtribute.server.graphql.binding.ApiEnum;
import org.jooq.impl.EnumConverter;

/** How far the packing of one line of a packing list has come. */
public enum PackingListEntryState implements ApiEnum {
  NOT_STARTED("NotStarted"),
  PACKING_IN_PROGRESS("PackingInProgress"),
  PACKED("Packed");

  private final String stored;

  PackingListEntryState(String stored) {
    this.stored = stored;
  }

  /** The text that distro_events_packing_list_entries.state holds for this value. */
  public String stored() {
    return stored;
  }

  /**
   * Reads and writes distro_events_packing_list_entries.state; a text that names no value is read
   * as null.
   */
  public static final class Stored extends EnumConverter<String, PackingListEntryState> {
    private static final long serialVersionUID = 1L;

    /** Called by the generated tables. */
    public Stored() {
      super(String.class, PackingListEntryState.class, PackingListEntryState::stored);
    }
  }
}
