/** Starts the server. */
@NullMarked
package org.boxtribute.server;

import org.jspecify.annotations.NullMarked;
