/** Long lists, read in pages: which page is wanted, in what order, and where it lies. */
@NullMarked
package org.boxtribute.server.graphql.paging;

import org.jspecify.annotations.NullMarked;
