/**
 * Distributions away from the base: the spots where they are held, the events with what is packed
 * for them, and the counting of what comes back. Which boxes an event takes along is told by the
 * boxes' own table, so this room reads it; all else about boxes is in the warehouse.
 */
@NullMarked
package org.boxtribute.server.distribution;

import org.jspecify.annotations.NullMarked;
