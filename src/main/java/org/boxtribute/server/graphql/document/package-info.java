/**
 * What clients send: documents, which are parsed, validated and measured once, then kept, and the
 * variables of each request, which are judged before anything is executed.
 */
@NullMarked
package org.boxtribute.server.graphql.document;

import org.jspecify.annotations.NullMarked;
