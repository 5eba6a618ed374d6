/**
 * How a field is bound to what gives its value, and who may ask for it: to a column, a function, a
 * loader, a query or a write. This is the vocabulary that all rooms use.
 */
@NullMarked
package org.boxtribute.server.graphql.binding;

import org.jspecify.annotations.NullMarked;
