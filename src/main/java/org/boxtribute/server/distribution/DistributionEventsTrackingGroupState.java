package org.boxtribute.server.distribution;

import org.boxtribute.server.graphql.binding.ApiEnum;
import org.jooq.impl.AbstractConverter;
import org.jspecify.annotations.Nullable;

/** Whether the returns of a group of distribution events are still being counted. */
public enum DistributionEventsTrackingGroupState implements ApiEnum {
  IN_PROGRESS("InProgress"),
  COMPLETED("Completed");

  private final String stored;

  DistributionEventsTrackingGroupState(String stored) {
    this.stored = stored;
  }

  /** The text that distro_events_tracking_groups.state holds for this value. */
  public String stored() {
    return stored;
  }

  /**
   * Reads and writes distro_events_tracking_groups.state; a text that names no value is read as
   * null.
   */
  public static final class Stored
      extends AbstractConverter<String, DistributionEventsTrackingGroupState> {
    private static final long serialVersionUID = 1L;

    /** The column's own default is spelt with a space. */
    private static final String SPACED_DEFAULT = "In Progress";

    /** Called by the generated tables. */
    public Stored() {
      super(String.class, DistributionEventsTrackingGroupState.class);
    }

    @Override
    public @Nullable DistributionEventsTrackingGroupState from(@Nullable String stored) {
      if (SPACED_DEFAULT.equals(stored)) {
        return IN_PROGRESS;
      }
      for (DistributionEventsTrackingGroupState state : values()) {
        if (state.stored.equals(stored)) {
          return state;
        }
      }
      return null;
    }

    @Override
    public @Nullable String to(@Nullable DistributionEventsTrackingGroupState state) {
      return state == null ? null : state.stored;
    }
  }
}
