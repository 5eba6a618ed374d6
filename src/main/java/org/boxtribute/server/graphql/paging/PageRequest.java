package org.boxtribute.server.graphql.paging;

import org.boxtribute.server.graphql.binding.Arguments;
import org.boxtribute.server.graphql.error.BadUserInput;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list the client wants, and what it wants to know about it.
 *
 * @param limit the most elements, at least 1
 * @param forwards whether the page follows the cursor; else it precedes it
 * @param cursor where the page begins or ends, or null for the list's start
 * @param counted whether the number of all elements is asked for
 * @param neighboured whether it is asked for if there are elements on the cursor's other side
 */
public record PageRequest(
    int limit, boolean forwards, @Nullable Cursor cursor, boolean counted, boolean neighboured) {

  private static final int DEFAULT_LIMIT = 50;

  /**
   * Reads the argument {@code paginationInput}: {@code after} and {@code first} take precedence
   * over {@code before} and {@code last}; a limit of 0 means the default of 50.
   *
   * @throws BadUserInput if {@code before} is missing for a page backwards, a limit is negative or
   *     a cursor malformed
   */
  public static PageRequest from(Arguments arguments) {
    Arguments input = arguments.input("paginationInput");
    boolean counted = arguments.selects("totalCount");
    if (input == null) {
      return new PageRequest(DEFAULT_LIMIT, true, null, counted, false);
    }
    String after = input.text("after");
    Integer first = input.integer("first");
    if (after != null || first != null) {
      return new PageRequest(
          limit("first", first),
          true,
          after == null ? null : Cursor.parse(after),
          counted,
          after != null && arguments.selects("pageInfo/hasPreviousPage"));
    }
    String before = input.text("before");
    if (before == null) {
      throw new BadUserInput("A page backwards needs the cursor 'before'.");
    }
    return new PageRequest(
        limit("last", input.integer("last")),
        false,
        Cursor.parse(before),
        counted,
        arguments.selects("pageInfo/hasNextPage"));
  }

  /** All elements, up to a limit, on one page. */
  public static PageRequest firstOf(int limit, Arguments arguments) {
    return new PageRequest(limit, true, null, arguments.selects("totalCount"), false);
  }

  private static int limit(String name, @Nullable Integer limit) {
    if (limit == null || limit == 0) {
      return DEFAULT_LIMIT;
    }
    if (limit < 0) {
      throw new BadUserInput("'" + name + "' must not be negative.");
    }
    return limit;
  }
}
