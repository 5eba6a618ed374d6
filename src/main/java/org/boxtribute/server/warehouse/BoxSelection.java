package org.boxtribute.server.warehouse;

import org.boxtribute.server.graphql.binding.Arguments;
import org.boxtribute.server.graphql.paging.PageRequest;

/** Which boxes of a list are wanted, and which page of them. */
public record BoxSelection(BoxFilter filter, PageRequest page) {

  /** Reads the arguments {@code filterInput} and {@code paginationInput}. */
  public static BoxSelection from(Arguments arguments) {
    return new BoxSelection(BoxFilter.from(arguments), PageRequest.from(arguments));
  }
}
