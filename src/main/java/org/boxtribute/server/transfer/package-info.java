/**
 * How goods go from base to base: the agreements between organisations, the shipments and what they
 * consist of. Knows the rooms of products and of the warehouse; boxes do not know of it, but find
 * their shipment through a field that is added to them here.
 */
@NullMarked
package org.boxtribute.server.transfer;

import org.jspecify.annotations.NullMarked;
