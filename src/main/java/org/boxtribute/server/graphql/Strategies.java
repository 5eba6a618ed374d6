package org.boxtribute.server.graphql;

import graphql.execution.ExecutionStrategy;

/**
 * How operations are executed.
 *
 * @param query executes queries, and what is selected below the root fields of mutations
 * @param mutation executes the root fields of mutations, one after the other
 */
record Strategies(ExecutionStrategy query, ExecutionStrategy mutation) {}
