package org.boxtribute.server.product;

import org.boxtribute.server.persistence.schema.tables.records.ProductRecord;
import org.boxtribute.server.persistence.schema.tables.records.StandardProductRecord;
import org.jspecify.annotations.Nullable;

/**
 * A standard product, and what a base has made of it.
 *
 * @param row the standard product
 * @param instantiation the product by which a base has it enabled; null where it has not, and where
 *     no base is asked about
 */
record StandardProduct(StandardProductRecord row, @Nullable ProductRecord instantiation) {

  /** A standard product seen from no base. */
  static StandardProduct ofNoBase(StandardProductRecord row) {
    return new StandardProduct(row, null);
  }

  @Nullable Integer precededBy() {
    return row.getPrecededByProductId();
  }

  @Nullable Integer supersededBy() {
    return row.getSupercededByProductId();
  }
}
