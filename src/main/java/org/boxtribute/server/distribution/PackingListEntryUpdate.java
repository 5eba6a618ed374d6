package org.boxtribute.server.distribution;

import org.boxtribute.server.graphql.binding.Arguments;

/**
 * How many items are to be packed for an entry.
 *
 * @param numberOfItems not negative
 */
record PackingListEntryUpdate(int entry, int numberOfItems) {

  /** Reads the arguments of {@code updatePackingListEntry}. */
  static PackingListEntryUpdate from(Arguments arguments) {
    return new PackingListEntryUpdate(
        arguments.id("packingListEntryId"), ItemNumbers.read(arguments));
  }
}
