package org.boxtribute.server.persistence.type;

import org.jooq.impl.EnumConverter;
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

  /** Reads and writes distro_events_tracking_groups.state; a text that names no value is read as null. */
  public static final class Stored extends EnumConverter<String, DistributionEventsTrackingGroupState> {
    private static final long serialVersionUID = 1L;

    /** Called by the generated tables. */
    public Stored() {
      super(
          String.class,
          DistributionEventsTrackingGroupState.class,
          DistributionEventsTrackingGroupState::stored);
    }

    /** The column's own default is spelt with a space. */
    @Override
    public @Nullable DistributionEventsTrackingGroupState from(@Nullable String stored) {
      return "In Progress".equals(stored) ? IN_PROGRESS : super.from(stored);
    }
  }
}
