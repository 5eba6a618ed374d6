package org.boxtribute.server.api;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
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
    MutableHttpResponse<byte[]> response =
        bodies
            .withMessage(HttpResponse.status(refusal.status()), refusal.explanation())
            .contentType(AcceptedTypes.of(request).graphQlType());
    if (refusal.status() == HttpStatus.SERVICE_UNAVAILABLE) {
      response.header(HttpHeaders.RETRY_AFTER, LastAnswers.RETRY_AFTER_SECONDS);
    }
    return response;
  }
}
