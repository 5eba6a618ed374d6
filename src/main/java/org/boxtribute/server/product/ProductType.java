package org.boxtribute.server.product;

import org.boxtribute.server.graphql.binding.ApiEnum;
import org.boxtribute.server.persistence.schema.tables.records.ProductRecord;

/** Where the description of a product comes from. */
public enum ProductType implements ApiEnum {
  /** The base made the product up. */
  CUSTOM,

  /** The product is the base's copy of a standard product. */
  STANDARD_INSTANTIATION;

  /** The type of a product. */
  public static ProductType of(ProductRecord product) {
    return product.getStandardProductId() == null ? CUSTOM : STANDARD_INSTANTIATION;
  }
}
