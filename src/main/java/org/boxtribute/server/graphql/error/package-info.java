/** Failures that clients are told: as errors with a code, or as values of a field's union. */
@NullMarked
package org.boxtribute.server.graphql.error;

import org.jspecify.annotations.NullMarked;
