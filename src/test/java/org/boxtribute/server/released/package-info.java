/**
 * The schemas against those that were released: which changes break clients, and which of the
 * clients' operations that are known here.
 */
@NullMarked
package org.boxtribute.server.released;

import org.jspecify.annotations.NullMarked;
