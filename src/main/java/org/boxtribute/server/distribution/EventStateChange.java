package org.boxtribute.server.distribution;

import org.boxtribute.server.graphql.binding.Arguments;

/** The state that an event is to be in. */
record EventStateChange(int event, DistributionEventState state) {

  /** Reads the arguments of {@code changeDistributionEventState}. */
  static EventStateChange from(Arguments arguments) {
    return new EventStateChange(
        arguments.id("distributionEventId"),
        arguments.requiredChoice("newState", DistributionEventState.class));
  }
}
