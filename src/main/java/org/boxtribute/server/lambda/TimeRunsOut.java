package org.boxtribute.server.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.boxtribute.server.api.Disconnections;

/** Lambda does not tell of clients that went away, but it ends a function whose time is up. */
@Singleton
@Requires(env = "function")
final class TimeRunsOut implements Disconnections {

  /** The attribute of a request that has its {@link Context}. */
  static final String CONTEXT = "boxtribute.function.context";

  private final ScheduledExecutorService scheduler;
  private final Duration margin;

  TimeRunsOut(
      @Named(TaskExecutors.SCHEDULED) ExecutorService scheduler,
      FunctionConfiguration configuration) {
    this.scheduler = (ScheduledExecutorService) scheduler;
    this.margin = configuration.timeMargin();
  }

  @Override
  public Runnable whenGone(HttpRequest<?> request, boolean writes, Runnable callback) {
    ScheduledFuture<?> end =
        request
            .getAttribute(CONTEXT, Context.class)
            .map(context -> context.getRemainingTimeInMillis() - margin.toMillis())
            .map(left -> scheduler.schedule(callback, left, TimeUnit.MILLISECONDS))
            .orElse(null);
    return () -> {
      if (end != null) {
        end.cancel(false);
      }
    };
  }
}
