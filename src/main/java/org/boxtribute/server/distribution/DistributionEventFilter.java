package org.boxtribute.server.distribution;

import java.util.List;
import java.util.Set;
import org.boxtribute.server.graphql.binding.Arguments;

/**
 * Which events to list.
 *
 * @param states the events' states; all where none is given
 */
record DistributionEventFilter(Set<DistributionEventState> states) {

  /** The events that have not come to their end. */
  static final DistributionEventFilter BEFORE_RETURN =
      new DistributionEventFilter(DistributionEventState.BEFORE_RETURN);

  /** The events that are over, while nobody has begun to count what came back. */
  static final DistributionEventFilter RETURNED =
      new DistributionEventFilter(Set.of(DistributionEventState.RETURNED_FROM_DISTRIBUTION));

  /** Reads the argument {@code states}. */
  static DistributionEventFilter from(Arguments arguments) {
    List<DistributionEventState> states = arguments.choices("states", DistributionEventState.class);
    return new DistributionEventFilter(states == null ? Set.of() : Set.copyOf(states));
  }
}
