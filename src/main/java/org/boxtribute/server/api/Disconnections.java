package org.boxtribute.server.api;

import io.micronaut.http.HttpRequest;

/** Knows when nobody waits for an answer any more. Safe to share between threads. */
@FunctionalInterface
public interface Disconnections {

  /**
   * Calls back, on any thread, when nobody waits for the request's answer any more.
   *
   * @return what takes the callback back
   */
  Runnable whenGone(HttpRequest<?> request, Runnable callback);
}
