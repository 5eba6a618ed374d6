@NullMarked
package org.boxtribute.server.graphql.document;

import org.jspecify.annotations.NullMarked;
