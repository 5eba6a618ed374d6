/** Documents as clients send them: parsed, validated and measured once, then kept. */
@NullMarked
package org.boxtribute.server.graphql.document;

import org.jspecify.annotations.NullMarked;
