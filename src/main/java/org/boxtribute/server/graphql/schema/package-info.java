/**
 * The executable schemas: SDL files and bindings brought together, and compared with each other
 * before the server starts.
 */
@NullMarked
package org.boxtribute.server.graphql.schema;

import org.jspecify.annotations.NullMarked;
