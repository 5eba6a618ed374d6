package org.boxtribute.server.graphql.binding;

import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;

/**
 * How many connections of the pool one request may hold at a time, so that a large request leaves
 * some for the others. Used by all threads of the request.
 */
public final class ConnectionBudget {
  private final Semaphore connections;

  /** Creates the budget of a request. */
  public ConnectionBudget(int connections) {
    this.connections = new Semaphore(connections);
  }

  /** Runs blocking work that needs a connection, once the request holds fewer than it may. */
  <T> T spend(Callable<T> work) throws Exception {
    connections.acquire();
    try {
      return work.call();
    } finally {
      connections.release();
    }
  }
}
