package org.boxtribute.server.distribution;

import org.boxtribute.server.graphql.binding.ApiEnum;
import org.jooq.impl.EnumConverter;

/** How far a distribution event has come. */
public enum DistributionEventState implements ApiEnum {
  PLANNING("Planning"),
  PACKING("Packing"),
  ON_DISTRO("OnDistro"),
  RETURNED_FROM_DISTRIBUTION("ReturnedFromDistribution"),
  RETURN_TRACKING_IN_PROGRESS("ReturnTrackingInProgress"),
  COMPLETED("Completed");

  private final String stored;

  DistributionEventState(String stored) {
    this.stored = stored;
  }

  /** The text that distro_events.state holds for this value. */
  public String stored() {
    return stored;
  }

  /** Reads and writes distro_events.state; a text that names no value is read as null. */
  public static final class Stored extends EnumConverter<String, DistributionEventState> {
    private static final long serialVersionUID = 1L;

    /** Called by the generated tables. */
    public Stored() {
      super(String.class, DistributionEventState.class, DistributionEventState::stored);
    }
  }
}
