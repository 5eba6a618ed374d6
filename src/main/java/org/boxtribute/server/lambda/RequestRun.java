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

/** Makes requests of events and has them answered. Safe to share between threads. */
@Singleton
@Requires(env = "function")
final class RequestRun {
  private final Routes routes;
  private final RequestLimits limits;
  private final AnswerCollector collector;
  private final ConversionService conversion;

  RequestRun(
      Routes routes,
      RequestLimits limits,
      AnswerCollector collector,
      ConversionService conversion) {
    this.routes = routes;
    this.limits = limits;
    this.collector = collector;
    this.conversion = conversion;
  }

  /** The answer to an event, whatever it is. */
  FunctionAnswer answer(FunctionEvent event, Context context)
      throws IOException, InterruptedException {
    URI address;
    try {
      address = Address.of(event);
    } catch (IllegalArgumentException malformed) {
      FunctionRequest nowhere = request(event, URI.create("/"), new byte[0]);
      HttpStatusException refusal =
          new HttpStatusException(HttpStatus.BAD_REQUEST, malformed.getMessage());
      return collector.collect(nowhere, routes.answer(nowhere, refusal));
    }
    return answer(event, address, context);
  }

  private FunctionAnswer answer(FunctionEvent event, URI address, Context context)
      throws IOException, InterruptedException {
    byte[] body;
    try {
      body = limits.body(event);
    } catch (HttpStatusException refusal) {
      FunctionRequest refused = request(event, address, new byte[0]);
      return collector.collect(refused, routes.answer(refused, refusal));
    }
    FunctionRequest request = request(event, address, body);
    request.setAttribute(TimeRunsOut.CONTEXT, context);
    HttpResponse<?> response = routes.answer(request);
    return collector.collect(request, response);
  }

  private FunctionRequest request(FunctionEvent event, URI address, byte[] body) {
    return new FunctionRequest(event, address, body, conversion);
  }
}
