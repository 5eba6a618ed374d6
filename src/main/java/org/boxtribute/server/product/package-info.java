/**
 * What can be stored: the products of bases, the standard products that bases make theirs, and the
 * vocabulary that both are described in (categories, size ranges, sizes, units). Knows bases and
 * users; how much of a product is in stock is bound in the room of boxes.
 */
@NullMarked
package org.boxtribute.server.product;

import org.jspecify.annotations.NullMarked;
