package org.boxtribute.server.distribution;

import java.util.LinkedHashSet;
import java.util.Set;
import org.boxtribute.server.graphql.binding.Arguments;

/**
 * Which products are to be on the packing list of an event.
 *
 * @param added products that come onto the list, in the client's order
 * @param removed products that leave it, before others come
 */
record ProductSelection(int event, Set<Integer> added, Set<Integer> removed) {

  /** Reads the arguments of {@code updateSelectedProductsForDistributionEventPackingList}. */
  static ProductSelection from(Arguments arguments) {
    return new ProductSelection(
        arguments.id("distributionEventId"),
        new LinkedHashSet<>(arguments.ids("productIdsToAdd")),
        new LinkedHashSet<>(arguments.ids("productIdsToRemove")));
  }
}
