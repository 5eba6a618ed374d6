package org.boxtribute.server.distribution;

import org.boxtribute.server.graphql.binding.Arguments;

/**
 * Items that are taken out of a box for an event.
 *
 * @param numberOfItems not negative
 */
record Unboxing(BoxOfEvent boxOfEvent, int numberOfItems) {

  /** Reads the arguments of {@code moveItemsFromBoxToDistributionEvent}. */
  static Unboxing from(Arguments arguments) {
    return new Unboxing(BoxOfEvent.from(arguments), ItemNumbers.read(arguments));
  }
}
