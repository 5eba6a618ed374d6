package org.boxtribute.server.distribution;

import org.boxtribute.server.graphql.binding.Arguments;

/** A product on the packing list of an event. */
record ProductOfEvent(int event, int product) {

  /** Reads the arguments {@code distributionEventId} and {@code productId}. */
  static ProductOfEvent from(Arguments arguments) {
    return new ProductOfEvent(arguments.id("distributionEventId"), arguments.id("productId"));
  }
}
