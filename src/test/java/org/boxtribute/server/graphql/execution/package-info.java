/**
 * Whether the execution strategy does what the GraphQL specification and graphql-java do: the
 * specification's examples, and requests made at random that both strategies execute.
 */
@NullMarked
package org.boxtribute.server.graphql.execution;

import org.jspecify.annotations.NullMarked;
