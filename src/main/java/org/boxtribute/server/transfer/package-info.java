/**
 * How goods go from base to base: the agreements between organisations, the shipments and what they
 * consist of. Knows the rooms of products and of the warehouse; boxes do not know of it, but find
 * their shipment through a field that is added to them here.
 *
 * <p>A write locks in this order: the shipment, its bases and its agreement, both for share;
 * products, locations; boxes. Whoever changes what is in a shipment has locked the shipment, so its
 * details need no lock of their own. An agreement that is new locks both organisations, which keeps
 * it from being asked for twice.
 */
@NullMarked
package org.boxtribute.server.transfer;

import org.jspecify.annotations.NullMarked;
