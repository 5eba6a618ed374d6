package org.boxtribute.server.distribution;

import java.util.List;
import java.util.Set;
import org.boxtribute.server.graphql.binding.Arguments;

/**
 * Which tracking groups to list.
 *
 * @param states the groups' states; all where none is given
 */
record TrackingGroupFilter(Set<DistributionEventsTrackingGroupState> states) {

  /** Reads the argument {@code states}. */
  static TrackingGroupFilter from(Arguments arguments) {
    List<DistributionEventsTrackingGroupState> states =
        arguments.choices("states", DistributionEventsTrackingGroupState.class);
    return new TrackingGroupFilter(states == null ? Set.of() : Set.copyOf(states));
  }
}
