package org.boxtribute.server.distribution;

import org.boxtribute.server.graphql.binding.ApiEnum;
import org.jooq.impl.EnumConverter;

/** Which way tracked items went. */
public enum DistributionEventTrackingFlowDirection implements ApiEnum {
  IN("In"),
  OUT("Out"),
  BACK_TO_BOX("BackToBox");

  private final String stored;

  DistributionEventTrackingFlowDirection(String stored) {
    this.stored = stored;
  }

  /** The text that distro_events_tracking_logs.flow_direction holds for this value. */
  public String stored() {
    return stored;
  }

  /**
   * Reads and writes distro_events_tracking_logs.flow_direction; a text that names no value is read
   * as null.
   */
  public static final class Stored
      extends EnumConverter<String, DistributionEventTrackingFlowDirection> {
    private static final long serialVersionUID = 1L;

    /** Called by the generated tables. */
    public Stored() {
      super(
          String.class,
          DistributionEventTrackingFlowDirection.class,
          DistributionEventTrackingFlowDirection::stored);
    }
  }
}
