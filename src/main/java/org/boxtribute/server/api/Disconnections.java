package org.boxtribute.server.api;

import io.micronaut.http.HttpRequest;

/** Knows when nobody waits for an answer any more. Safe to share between threads. */
@FunctionalInterface
public interface Disconnections {

  /**
   * Calls back, on any thread, when the request's answer is not waited for any more.
   *
   * @param writes whether the operation is a mutation
   * @return what takes the callback back
   */
  Runnable whenGone(HttpRequest<?> request, boolean writes, Runnable callback);
}
