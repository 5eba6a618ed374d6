package org.boxtribute.server.product;

import org.boxtribute.server.graphql.binding.Arguments;
import org.boxtribute.server.persistence.schema.tables.records.StandardProductRecord;
import org.jspecify.annotations.Nullable;

/**
 * A standard product that a base wants to have.
 *
 * @param sizeRangeId the sizes that the base wants it in; null for those of the standard product
 */
record StandardProductEnabling(
    int baseId, int standardProductId, @Nullable Integer sizeRangeId, ShopTerms terms) {

  /**
   * Reads the mutation's input.
   *
   * @throws org.boxtribute.server.graphql.error.BadUserInput naming the field that cannot be stored
   */
  static StandardProductEnabling from(Arguments input) {
    return new StandardProductEnabling(
        input.requiredInteger("baseId"),
        input.requiredInteger("standardProductId"),
        input.integer("sizeRangeId"),
        ShopTerms.from(input));
  }

  /** The sizes that the base gets the standard product in. */
  int sizeRangeOf(StandardProductRecord standardProduct) {
    return sizeRangeId == null ? standardProduct.getSizeRangeId() : sizeRangeId;
  }
}
