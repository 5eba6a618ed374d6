package org.boxtribute.server.api;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.netty.handler.codec.compression.DecompressionException;
import jakarta.inject.Singleton;

/** Tells the client that its body is not compressed in the way that it says. */
@Singleton
@Requires(classes = DecompressionException.class)
final class DecompressionFailedHandler
    implements ExceptionHandler<DecompressionException, HttpResponse<byte[]>> {
  private final ErrorBodies bodies;

  DecompressionFailedHandler(ErrorBodies bodies) {
    this.bodies = bodies;
  }

  @Override
  @SuppressWarnings("rawtypes") // as the interface has it
  public HttpResponse<byte[]> handle(HttpRequest request, DecompressionException failure) {
    return bodies.withMessage(HttpResponse.badRequest(), ErrorBodies.message(400));
  }
}
