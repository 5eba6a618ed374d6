package org.boxtribute.server.distribution;

import org.boxtribute.server.graphql.binding.Arguments;

/**
 * How many items of a kind came back in a tracking group.
 *
 * @param numberOfItems not negative
 */
record ReturnedItems(int group, int product, int size, int numberOfItems) {

  /** Reads the arguments that name the group, the product, the size and the number. */
  static ReturnedItems from(Arguments arguments) {
    return new ReturnedItems(
        arguments.id("distributionEventsTrackingGroupId"),
        arguments.id("productId"),
        arguments.id("sizeId"),
        ItemNumbers.read(arguments));
  }
}
