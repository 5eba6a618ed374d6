/**
 * The enumerations that columns of the database hold, each with its stored form. They are named as
 * in the GraphQL schema. Nothing else lives here: an enumeration that is never stored belongs to
 * its domain room.
 */
@NullMarked
package org.boxtribute.server.persistence.type;

import org.jspecify.annotations.NullMarked;
