package org.boxtribute.server.warehouse;

import java.math.BigDecimal;
import org.boxtribute.server.graphql.binding.Arguments;
import org.jspecify.annotations.Nullable;

/**
 * What a client tells of each item of a box; null tells nothing.
 *
 * @param measureValue how much it holds, in the display unit
 */
record ItemSpecification(
    @Nullable Integer sizeId, @Nullable Integer displayUnitId, @Nullable BigDecimal measureValue) {

  /** Reads the fields {@code sizeId}, {@code displayUnitId} and {@code measureValue}. */
  static ItemSpecification from(Arguments input) {
    return new ItemSpecification(
        input.integer("sizeId"),
        input.integer("displayUnitId"),
        BoxDetails.amount(input, "measureValue"));
  }

  /** Whether nothing is told. */
  boolean isEmpty() {
    return sizeId == null && displayUnitId == null && measureValue == null;
  }
}
