package org.boxtribute.server.graphql.execution;

import graphql.execution.ExecutionContext;

/**
 * One execution of a selection from its root down: a query, or one root field of a mutation with
 * all below it. For the thread that executes it.
 */
record Run(
    ExecutionContext execution, Environments environments, Answers answers, Trouble trouble) {

  /** Remembers that something failed, so that a response without failures is not searched. */
  static final class Trouble {
    private boolean raised;

    Failure raise(Failure failure) {
      raised = true;
      return failure;
    }

    Failure raise(Throwable cause) {
      return raise(new Failure.Thrown(cause));
    }

    boolean isRaised() {
      return raised;
    }
  }
}
