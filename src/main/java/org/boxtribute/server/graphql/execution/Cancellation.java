package org.boxtribute.server.graphql.execution;

import graphql.execution.AbortExecutionException;
import graphql.execution.ExecutionContext;

/** Ends the execution of a request that {@link graphql.ExecutionInput#cancel} was called for. */
final class Cancellation {
  private Cancellation() {}

  /**
   * To be called where work begins.
   *
   * @throws AbortExecutionException if the request is to end
   */
  static void throwIfRequested(ExecutionContext execution) {
    if (execution.getExecutionInput().isCancelled()) {
      throw new AbortExecutionException("The request was ended before its answer was there.");
    }
  }
}
