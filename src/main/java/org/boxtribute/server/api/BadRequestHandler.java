package org.boxtribute.server.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/** Tells the client what is wrong with its request. */
@Singleton
final class BadRequestHandler implements ExceptionHandler<BadRequest, HttpResponse<byte[]>> {
  private final ErrorBodies bodies;

  BadRequestHandler(ErrorBodies bodies) {
    this.bodies = bodies;
  }

  @Override
  @SuppressWarnings("rawtypes") // as the interface has it
  public HttpResponse<byte[]> handle(HttpRequest request, BadRequest refusal) {
    return bodies
        .withMessage(HttpResponse.status(refusal.status()), refusal.explanation())
        .contentType(AcceptedTypes.of(request).graphQlType());
  }
}
