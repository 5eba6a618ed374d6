package org.boxtribute.server.distribution;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
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

  /** The states of events that have not come to their end, which may be left in any direction. */
  static final Set<DistributionEventState> BEFORE_RETURN =
      Collections.unmodifiableSet(EnumSet.of(PLANNING, PACKING, ON_DISTRO));

  /** The states of events that still change: nobody has begun to count what came back. */
  static final Set<DistributionEventState> OPEN =
      Collections.unmodifiableSet(
          EnumSet.of(PLANNING, PACKING, ON_DISTRO, RETURNED_FROM_DISTRIBUTION));

  private final String stored;

  DistributionEventState(String stored) {
    this.stored = stored;
  }

  /**
   * Whether a user may give an event of this state another one. There is no way back from the
   * return, and what comes after it is up to the tracking group.
   */
  boolean mayBecome(DistributionEventState next) {
    return next == RETURNED_FROM_DISTRIBUTION
        ? OPEN.contains(this)
        : BEFORE_RETURN.contains(this) && BEFORE_RETURN.contains(next);
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
