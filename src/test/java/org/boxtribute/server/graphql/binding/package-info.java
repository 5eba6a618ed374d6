@NullMarked
package org.boxtribute.server.graphql.binding;

import org.jspecify.annotations.NullMarked;
