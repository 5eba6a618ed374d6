package org.boxtribute.server.lambda;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.core.execution.ExecutionFlow;
import io.micronaut.core.io.buffer.ByteArrayBufferFactory;
import io.micronaut.core.propagation.PropagatedContext;
import io.micronaut.http.ByteBodyHttpResponse;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.body.ByteBodyFactory;
import io.micronaut.http.body.MessageBodyHandlerRegistry;
import io.micronaut.http.context.ServerHttpRequestContext;
import io.micronaut.http.server.RequestLifecycle;
import io.micronaut.http.server.ResponseLifecycle;
import io.micronaut.http.server.RouteExecutor;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs requests through the filters, controllers and exception handlers, as the server's transport
 * does. Safe to share between threads.
 */
@Singleton
@Requires(env = "function")
final class Routes {
  private final Lifecycle requests;
  private final ResponseLifecycle responses;
  private final ErrorResponseProcessor<?> errors;

  Routes(
      RouteExecutor routes,
      MessageBodyHandlerRegistry writers,
      ConversionService conversion,
      ErrorResponseProcessor<?> errors,
      @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
    this.errors = errors;
    this.requests = new Lifecycle(routes);
    this.responses =
        new ResponseLifecycle(
            routes,
            writers,
            conversion,
            ByteBodyFactory.createDefault(ByteArrayBufferFactory.INSTANCE)) {
          @Override
          protected Executor ioExecutor() {
            return executor;
          }
        };
  }

  /** The way of a request, which the framework opens to its transports alone. */
  private static final class Lifecycle extends RequestLifecycle {
    Lifecycle(RouteExecutor routes) {
      super(routes);
    }

    ExecutionFlow<HttpResponse<?>> run(HttpRequest<?> request) {
      return normalFlow(request);
    }

    ExecutionFlow<HttpResponse<?>> refuse(HttpRequest<?> request, Throwable fault) {
      return onError(request, fault);
    }
  }

  /**
   * Answers a request; what goes wrong on the way is an answer too.
   *
   * @return empty if there is no answer by then
   */
  Optional<HttpResponse<?>> answer(HttpRequest<?> request, Duration patience)
      throws InterruptedException {
    try (PropagatedContext.Scope _ = scope(request)) {
      return Optional.of(
          requests
              .run(request)
              .toCompletableFuture()
              .get(patience.toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException failure) {
      throw noAnswer(failure);
    } catch (TimeoutException _) {
      return Optional.empty();
    }
  }

  /** Answers a request that cannot be run. */
  HttpResponse<?> answer(HttpRequest<?> request, Throwable fault) throws InterruptedException {
    try (PropagatedContext.Scope _ = scope(request)) {
      return settled(requests.refuse(request, fault));
    }
  }

  /** Refuses a request that cannot be read, which passes no filter. */
  HttpResponse<?> refusal(HttpRequest<?> request, HttpStatus status) {
    return errors.processResponse(
        ErrorContext.builder(request).build(), HttpResponse.status(status));
  }

  /** Makes bytes of a body that is an object. */
  ByteBodyHttpResponse<?> encoded(HttpRequest<?> request, HttpResponse<?> response)
      throws InterruptedException {
    try (PropagatedContext.Scope _ = scope(request)) {
      return settled(responses.encodeHttpResponseSafe(request, response).map(encoded -> encoded));
    }
  }

  private static PropagatedContext.Scope scope(HttpRequest<?> request) {
    return PropagatedContext.getOrEmpty().plus(new ServerHttpRequestContext(request)).propagate();
  }

  private static <T> T settled(ExecutionFlow<T> flow) throws InterruptedException {
    try {
      return flow.toCompletableFuture().get();
    } catch (ExecutionException failure) {
      throw noAnswer(failure);
    }
  }

  private static IllegalStateException noAnswer(ExecutionException failure) {
    return new IllegalStateException("A request came to no answer", failure.getCause());
  }
}
