package org.boxtribute.server.distribution;

import org.boxtribute.server.graphql.binding.Arguments;

/**
 * What an entry of a packing list is to be.
 *
 * @param numberOfItems not negative
 */
record PackingListAddition(int event, int product, int size, int numberOfItems) {

  /** Reads a {@code PackingListEntryInput}. */
  static PackingListAddition from(Arguments input) {
    return new PackingListAddition(
        input.id("distributionEventId"),
        input.requiredInteger("productId"),
        input.requiredInteger("sizeId"),
        ItemNumbers.read(input));
  }
}
