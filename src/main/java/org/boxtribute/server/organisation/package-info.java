/**
 * Organisations, their bases and the users who work there. The topmost domain room: it knows no
 * other one. What a base owns (locations, products, ...) is bound in the rooms of those.
 */
@NullMarked
package org.boxtribute.server.organisation;

import org.jspecify.annotations.NullMarked;
