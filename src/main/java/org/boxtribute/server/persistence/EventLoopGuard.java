package org.boxtribute.server.persistence;

import io.micronaut.context.annotation.Requires;
import io.netty.util.internal.ThreadExecutorMap;
import jakarta.inject.Singleton;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;

/**
 * Refuses SQL on a thread of Netty's event loop: there, one slow statement would hold up all other
 * requests. The breach fails at once and loudly, so that no test passes over it.
 */
@Singleton
@Requires(classes = ThreadExecutorMap.class) // an event loop is Netty's
final class EventLoopGuard implements ExecuteListener {
  private static final long serialVersionUID = 1L;

  @Override
  public void start(ExecuteContext context) {
    if (ThreadExecutorMap.currentExecutor() != null) {
      throw new IllegalStateException(
          "SQL on the event loop, on the thread " + Thread.currentThread().getName());
    }
  }
}
