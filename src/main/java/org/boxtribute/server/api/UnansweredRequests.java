package org.boxtribute.server.api;

import jakarta.inject.Singleton;
import java.util.concurrent.atomic.LongAdder;

/** Counts the requests that were not answered in time, for operators. Safe to share. */
@Singleton
public final class UnansweredRequests {
  private final LongAdder count = new LongAdder();

  /** How many there were since the start. */
  public long count() {
    return count.sum();
  }

  void add() {
    count.increment();
  }
}
