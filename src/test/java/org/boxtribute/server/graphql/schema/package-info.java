@NullMarked
package org.boxtribute.server.graphql.schema;

import org.jspecify.annotations.NullMarked;
