package org.boxtribute.server.distribution;

import java.util.Set;
import java.util.TreeSet;
import org.boxtribute.server.graphql.binding.Arguments;
import org.boxtribute.server.graphql.error.BadUserInput;

/**
 * The events of a base whose returned items are to be counted together.
 *
 * @param events one or more
 */
record TrackingGroupStart(int base, Set<Integer> events) {

  /** Reads the arguments of {@code startDistributionEventsTrackingGroup}. */
  static TrackingGroupStart from(Arguments arguments) {
    Set<Integer> events = new TreeSet<>(arguments.ids("distributionEventIds"));
    if (events.isEmpty()) {
      throw new BadUserInput("The 'distributionEventIds' must not be empty.");
    }
    return new TrackingGroupStart(arguments.id("baseId"), events);
  }
}
