package org.boxtribute.server.product;

import org.boxtribute.server.graphql.binding.Arguments;

/**
 * Which products of a base to list.
 *
 * @param type of which types
 * @param includeDeleted whether deleted and disabled products are listed as well
 */
record ProductFilter(ProductTypeFilter type, boolean includeDeleted) {
  private static final ProductFilter DEFAULT = new ProductFilter(ProductTypeFilter.ALL, false);

  /** Reads the argument {@code filterInput}. */
  static ProductFilter from(Arguments arguments) {
    Arguments input = arguments.input("filterInput");
    if (input == null) {
      return DEFAULT;
    }
    ProductTypeFilter type = input.choice("type", ProductTypeFilter.class);
    return new ProductFilter(
        type == null ? ProductTypeFilter.ALL : type, input.isTrue("includeDeleted"));
  }
}
