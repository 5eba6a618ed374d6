/**
 * What clients send: documents, which they name by text or by ids, and which are parsed, validated
 * and measured once, then kept; and the variables of each request, which are judged before anything
 * is executed.
 */
@NullMarked
package org.boxtribute.server.graphql.document;

import org.jspecify.annotations.NullMarked;
