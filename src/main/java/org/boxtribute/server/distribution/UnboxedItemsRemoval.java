package org.boxtribute.server.distribution;

import org.boxtribute.server.graphql.binding.Arguments;

/**
 * Items that are taken off what is packed without a box.
 *
 * @param numberOfItems not negative
 */
record UnboxedItemsRemoval(int collection, int numberOfItems) {

  /** Reads the arguments of {@code removeItemsFromUnboxedItemsCollection}. */
  static UnboxedItemsRemoval from(Arguments arguments) {
    return new UnboxedItemsRemoval(arguments.id("id"), ItemNumbers.read(arguments));
  }
}
