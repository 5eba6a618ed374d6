/** A room of the tests alone, for what the schemas' assembly makes of bindings that do not fit. */
@NullMarked
package org.boxtribute.server.orchard;

import org.jspecify.annotations.NullMarked;
