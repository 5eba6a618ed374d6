package org.boxtribute.server.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.exceptions.HttpStatusException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes requests of events and has them answered. Safe to share between threads. */
@Singleton
@Requires(env = "function")
final class RequestRun {
  private static final Logger LOG = LoggerFactory.getLogger(RequestRun.class);
  private static final Duration NO_LIMIT = Duration.ofMinutes(15);

  private final Routes routes;
  private final RequestLimits limits;
  private final AnswerCollector collector;
  private final FailedAnswers failures;
  private final ConversionService conversion;
  private final Duration lastMargin;

  RequestRun(
      Routes routes,
      RequestLimits limits,
      AnswerCollector collector,
      FailedAnswers failures,
      ConversionService conversion,
      FunctionConfiguration configuration) {
    this.routes = routes;
    this.limits = limits;
    this.collector = collector;
    this.failures = failures;
    this.conversion = conversion;
    this.lastMargin = configuration.timeMargin().dividedBy(2);
  }

  /** The answer to an event, whatever it is. */
  FunctionAnswer answer(FunctionEvent event, @Nullable Context context)
      throws IOException, InterruptedException {
    Optional<HttpStatus> refusal = limits.refusal(event);
    if (refusal.isPresent()) {
      FunctionRequest refused = request(event, URI.create("/"), new byte[0]);
      return collector.collect(refused, routes.refusal(refused, refusal.get()));
    }
    URI address;
    try {
      address = Address.of(event);
    } catch (IllegalArgumentException malformed) {
      FunctionRequest nowhere = request(event, URI.create("/"), new byte[0]);
      return collector.collect(nowhere, routes.refusal(nowhere, HttpStatus.BAD_REQUEST));
    }
    return answer(event, address, context);
  }

  private FunctionAnswer answer(FunctionEvent event, URI address, @Nullable Context context)
      throws IOException, InterruptedException {
    byte[] body;
    try {
      body = limits.body(event);
    } catch (HttpStatusException refusal) {
      FunctionRequest refused = request(event, address, new byte[0]);
      return collector.collect(refused, routes.answer(refused, refusal));
    }
    FunctionRequest request = request(event, address, body);
    if (context == null) {
      return collected(request, NO_LIMIT);
    }
    request.setAttribute(TimeRunsOut.CONTEXT, context);
    return collected(
        request, Duration.ofMillis(context.getRemainingTimeInMillis()).minus(lastMargin));
  }

  private FunctionAnswer collected(FunctionRequest request, Duration patience)
      throws IOException, InterruptedException {
    Optional<HttpResponse<?>> response = routes.answer(request, patience);
    if (response.isEmpty()) {
      LOG.error("Not answered in time: {} {}", request.getMethodName(), request.getPath());
      return failures.timeIsUp();
    }
    return collector.collect(request, response.get());
  }

  private FunctionRequest request(FunctionEvent event, URI address, byte[] body) {
    return new FunctionRequest(event, address, body, conversion);
  }
}
