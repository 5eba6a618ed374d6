package org.boxtribute.server.organisation;

import org.boxtribute.server.graphql.binding.Arguments;

/**
 * Which bases to list.
 *
 * @param includeDeleted whether deleted bases are listed as well
 */
public record BaseFilter(boolean includeDeleted) {

  /** Reads the argument {@code filterInput}. */
  public static BaseFilter from(Arguments arguments) {
    Arguments input = arguments.input("filterInput");
    return new BaseFilter(input != null && input.isTrue("includeDeleted"));
  }
}
