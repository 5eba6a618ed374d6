package org.boxtribute.server.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import org.boxtribute.server.security.AuthenticationFailed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the client why it is not known, in the form that the clients of the API read. */
@Singleton
final class AuthenticationFailedHandler
    implements ExceptionHandler<AuthenticationFailed, HttpResponse<byte[]>> {
  private static final Logger LOG = LoggerFactory.getLogger(AuthenticationFailedHandler.class);

  private final ResponseWriter writer;

  AuthenticationFailedHandler(ResponseWriter writer) {
    this.writer = writer;
  }

  @Override
  @SuppressWarnings("rawtypes") // as the interface has it
  public HttpResponse<byte[]> handle(HttpRequest request, AuthenticationFailed failure) {
    if (failure.getCause() != null) {
      LOG.error("No access token can be verified", failure);
    }
    Map<String, String> body = new LinkedHashMap<>();
    body.put("code", failure.code().apiName());
    body.put("description", failure.description());
    failure.message().ifPresent(message -> body.put("message", message));
    return HttpResponse.<byte[]>status(HttpStatus.valueOf(failure.status()))
        .contentType(MediaType.APPLICATION_JSON_TYPE)
        .body(writer.bytes(body));
  }
}
