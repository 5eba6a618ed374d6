package org.boxtribute.server.api;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the server has taken on and not finished, and whether it takes more. A request is open from
 * its headers to the last byte of its answer, or the end of its connection; an execution may
 * outlast its request, when the client goes away. Safe to share between threads.
 */
@Singleton
final class OpenRequests {
  private final Set<Execution> executions = new HashSet<>();
  private int requests;
  private boolean closed;
  private boolean readsGivenUp;

  /**
   * One operation at work.
   *
   * @param writes whether it is a mutation
   * @param cancel makes it end before its next step
   * @param refuse answers its client while it is still at work
   */
  record Execution(boolean writes, Runnable cancel, Runnable refuse) {}

  /** Takes on a request, unless the server is about to end. */
  synchronized boolean take() {
    if (!closed) {
      requests++;
    }
    return !closed;
  }

  /** Some of the requests that were taken are over. */
  synchronized void finish(int count) {
    requests -= count;
    notifyAll();
  }

  /** An operation begins; {@link #finish(Execution)} ends it. */
  synchronized void begin(Execution execution) {
    executions.add(execution);
    if (readsGivenUp && !execution.writes) {
      execution.cancel.run();
    }
  }

  synchronized void finish(Execution execution) {
    executions.remove(execution);
    notifyAll();
  }

  /** No request is taken from here on. */
  synchronized void close() {
    closed = true;
  }

  /** Whether the server takes no more requests. */
  synchronized boolean isClosed() {
    return closed;
  }

  /** Cancels what only reads, now and later. */
  synchronized void giveUpReads() {
    readsGivenUp = true;
    reads().forEach(read -> read.cancel.run());
  }

  /** The operations at work that only read. */
  synchronized List<Execution> reads() {
    return executions.stream().filter(execution -> !execution.writes).toList();
  }

  /** How many are not finished; an operation is not counted beside its request, nor if given up. */
  synchronized int count() {
    long operations =
        executions.stream().filter(execution -> execution.writes || !readsGivenUp).count();
    return Math.max(requests, (int) operations);
  }

  /**
   * Waits until nothing is open, or the time is over.
   *
   * @return whether nothing is open
   */
  synchronized boolean awaitNone(Duration patience) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    long left = patience.toMillis();
    while (count() > 0 && left > 0) {
      wait(left);
      left = Duration.ofNanos(end - System.nanoTime()).toMillis();
    }
    return count() == 0;
  }
}
