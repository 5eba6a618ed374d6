/**
 * Distributions away from the base: the spots where they are held, the events with what is packed
 * for them, and the counting of what comes back. Which boxes an event takes along is told by the
 * boxes' own table, so this room reads it; all else about boxes is in the warehouse, and they
 * change through {@link org.boxtribute.server.warehouse.Boxes}. Items only move: from boxes into
 * what is unboxed for an event, from there into what went out in a tracking group, and from what
 * came back into boxes.
 */
@NullMarked
package org.boxtribute.server.distribution;

import org.jspecify.annotations.NullMarked;
