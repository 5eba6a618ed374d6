package org.boxtribute.server.api;

import io.netty.channel.ChannelHandlerContext;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What is done on a connection unless something else happens in time. For its event loop alone. */
final class Deadline {
  private final Duration limit;
  private final Consumer<ChannelHandlerContext> action;
  private @Nullable Future<?> pending;

  Deadline(Duration limit, Consumer<ChannelHandlerContext> action) {
    this.limit = limit;
    this.action = action;
  }

  /** The time runs from here, unless it runs already. */
  void start(ChannelHandlerContext context) {
    if (pending == null) {
      pending =
          context.executor().schedule(() -> pass(context), limit.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /** It has happened. */
  void stop() {
    if (pending != null) {
      pending.cancel(false);
      pending = null;
    }
  }

  private void pass(ChannelHandlerContext context) {
    pending = null;
    action.accept(context);
  }
}
