@NullMarked
package org.boxtribute.server.graphql.paging;

import org.jspecify.annotations.NullMarked;
