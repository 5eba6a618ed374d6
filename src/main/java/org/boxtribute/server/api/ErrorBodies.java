package org.boxtribute.server.api;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives every answer that is not the endpoints' own a small JSON body, in the form of a GraphQL
 * answer without data, so that clients have one form to read. What went wrong inside the server
 * stays in its log.
 */
@Singleton
final class ErrorBodies implements ErrorResponseProcessor<byte[]> {
  private final ResponseWriter writer;

  ErrorBodies(ResponseWriter writer) {
    this.writer = writer;
  }

  @Override
  public MutableHttpResponse<byte[]> processResponse(
      ErrorContext context, MutableHttpResponse<?> response) {
    return withMessage(response, message(response.code()));
  }

  /** Puts a message into an answer. */
  MutableHttpResponse<byte[]> withMessage(MutableHttpResponse<?> response, String message) {
    return response
        .contentType(MediaType.APPLICATION_JSON_TYPE)
        .body(bytes(response.code(), message));
  }

  /** A body with a message, and a code that is the name of the status. */
  byte[] bytes(int status, String message) {
    Map<String, Object> extensions = new LinkedHashMap<>();
    extensions.put("code", HttpStatus.valueOf(status).name());
    extensions.put("description", message);
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("message", message);
    error.put("extensions", extensions);
    return writer.bytes(Map.of("errors", List.of(error)));
  }

  /** What clients are told beside a status. */
  static String message(int status) {
    return switch (status) {
      case 400 -> "The request cannot be read.";
      case 404 -> "There is nothing at this address.";
      case 405 -> "This address does not answer this method.";
      case 408 -> "The request took too long to come in.";
      case 413 -> "The request body is too large.";
      case 414 -> "The address is too long.";
      case 431 -> "The request headers are too large.";
      case 500 -> "The server could not answer.";
      case 503 -> "The server is about to end; try again.";
      default -> HttpStatus.getDefaultReason(status) + ".";
    };
  }
}
