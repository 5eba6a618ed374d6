package org.boxtribute.server.product;

import java.util.Set;
import java.util.TreeSet;
import org.boxtribute.server.graphql.binding.Arguments;

/** Standard products that a base wants to have as they are. */
record StandardProductsEnabling(int baseId, Set<Integer> standardProductIds) {

  /** Reads the mutation's input. */
  static StandardProductsEnabling from(Arguments input) {
    return new StandardProductsEnabling(
        input.requiredInteger("baseId"),
        new TreeSet<>(input.requiredIntegers("standardProductIds")));
  }
}
