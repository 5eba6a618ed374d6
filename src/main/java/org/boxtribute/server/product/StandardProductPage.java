package org.boxtribute.server.product;

import java.util.List;
import org.boxtribute.server.graphql.paging.PageInfo;

/**
 * Standard products on one page.
 *
 * @param totalCount the number of all elements; 0 where the client did not ask for it
 */
record StandardProductPage(List<StandardProduct> elements, PageInfo pageInfo, int totalCount) {}
