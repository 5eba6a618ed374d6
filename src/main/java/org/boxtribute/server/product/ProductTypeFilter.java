package org.boxtribute.server.product;

import org.boxtribute.server.graphql.binding.ApiEnum;

/** Of which types products are listed. */
public enum ProductTypeFilter implements ApiEnum {
  CUSTOM,
  STANDARD_INSTANTIATION,
  ALL
}
