package org.boxtribute.server.distribution;

import org.boxtribute.server.graphql.binding.Arguments;
import org.boxtribute.server.graphql.error.BadUserInput;

/** Numbers of items, as clients send them and columns hold them. */
final class ItemNumbers {
  private ItemNumbers() {}

  /**
   * The argument or field {@code numberOfItems}.
   *
   * @throws BadUserInput if it is negative
   */
  static int read(Arguments input) {
    int number = input.requiredInteger("numberOfItems");
    if (number < 0) {
      throw new BadUserInput("The 'numberOfItems' must not be negative.");
    }
    return number;
  }

  /**
   * A number as it is to be stored.
   *
   * @throws BadUserInput if no column holds so much
   */
  static int storable(long number) {
    if (number > Integer.MAX_VALUE) {
      throw new BadUserInput("These are more items than can be counted in one place.");
    }
    return (int) number;
  }
}
