package org.boxtribute.server.api;

import graphql.ExecutionResult;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import jakarta.inject.Singleton;
import org.boxtribute.server.graphql.Api;
import org.boxtribute.server.graphql.GraphQlEngine;
import org.boxtribute.server.security.CurrentUser;

/**
 * What all GraphQL endpoints have in common: a request's bytes become an answer's bytes. It waits
 * for the database, so it must not be called on the event loop.
 */
@Singleton
final class GraphQlEndpoint {
  private final RequestReader reader;
  private final GraphQlEngine engine;
  private final ResponseWriter writer;

  GraphQlEndpoint(RequestReader reader, GraphQlEngine engine, ResponseWriter writer) {
    this.reader = reader;
    this.engine = engine;
    this.writer = writer;
  }

  /** Answers a request of a user. */
  HttpResponse<byte[]> answer(
      Api api, HttpRequest<byte[]> request, CurrentUser user, boolean introspection) {
    ExecutionResult result = engine.execute(api, reader.read(request), user, introspection);
    return HttpResponse.<byte[]>status(
            result.isDataPresent() ? HttpStatus.OK : HttpStatus.BAD_REQUEST)
        .contentType(MediaType.APPLICATION_JSON_TYPE)
        .body(writer.bytes(result.toSpecification()));
  }
}
