package org.boxtribute.server.graphql.paging;

/** Where a page lies among all elements; an empty page has empty cursors and no neighbours. */
public record PageInfo(
    boolean hasPreviousPage, boolean hasNextPage, String startCursor, String endCursor) {

  static final PageInfo NONE = new PageInfo(false, false, "", "");
}
