package org.boxtribute.server.api;

import graphql.ExecutionResult;
import io.micronaut.context.annotation.Context;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.boxtribute.server.graphql.GraphQlAnswer;
import org.boxtribute.server.graphql.GraphQlEngine;
import org.boxtribute.server.graphql.GraphQlRequest;
import org.boxtribute.server.graphql.schema.Api;
import org.boxtribute.server.security.CurrentUser;

/**
 * What all GraphQL endpoints have in common: a request's bytes become an answer's bytes. It waits
 * for the database, so it must not be called on the event loop.
 *
 * <p>Made at the start, which makes the APIs ready that this server has.
 */
@Context
final class GraphQlEndpoint {
  private static final int ZIP_BUFFER_BYTES = 16 * 1024;

  private final RequestReader reader;
  private final GraphQlEngine engine;
  private final ResponseWriter writer;
  private final ExecutorService executor;
  private final HttpConfiguration configuration;
  private final Disconnections disconnections;

  GraphQlEndpoint(
      RequestReader reader,
      GraphQlEngine engine,
      ResponseWriter writer,
      HttpConfiguration configuration,
      ApiConfiguration served,
      Disconnections disconnections,
      @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
    this.configuration = configuration;
    this.disconnections = disconnections;
    this.executor = executor;
    this.reader = reader;
    this.engine = engine;
    this.writer = writer;
    engine.prepare(served.graphQlApis());
  }

  /** Whether a request without a body is that of a person, for the explorer. */
  static boolean asksForPage(HttpRequest<?> request) {
    return Stream.of("query", "documentId", "extensions")
            .noneMatch(request.getParameters()::contains)
        || AcceptedTypes.of(request).preferPage();
  }

  /** Answers a request that a user has sent in a body. */
  HttpResponse<?> answer(
      Api api, HttpRequest<byte[]> request, CurrentUser user, boolean introspection) {
    return answer(api, request, reader.read(request), user, introspection);
  }

  /** Answers a request that a user has sent in an address, which may only read. */
  HttpResponse<?> answerAddress(
      Api readingApi, HttpRequest<?> request, CurrentUser user, boolean introspection) {
    return answer(readingApi, request, reader.readAddress(request), user, introspection);
  }

  private HttpResponse<?> answer(
      Api api,
      HttpRequest<?> request,
      GraphQlRequest asked,
      CurrentUser user,
      boolean introspection) {
    MediaType type = AcceptedTypes.of(request).graphQlType();
    GraphQlAnswer answer =
        engine.execute(
            api,
            asked,
            user,
            introspection,
            (writes, cancel) -> disconnections.whenGone(request, writes, cancel));
    ExecutionResult result =
        type.equals(AcceptedTypes.GRAPHQL_RESPONSE) ? answer.result() : asJsonHasIt(answer);
    boolean zipped = AcceptedCodings.of(request).take("gzip");
    MutableHttpResponse<Object> response =
        HttpResponse.status(result.isDataPresent() ? HttpStatus.OK : HttpStatus.BAD_REQUEST);
    response.contentType(type).header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    if (zipped) {
      response.header(HttpHeaders.CONTENT_ENCODING, "gzip");
      response.header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    }
    return switch (body(stream -> write(result, stream, zipped))) {
      case ChunkedBody.Body.Whole(byte[] bytes) -> response.body(bytes);
      case ChunkedBody.Body.Streamed(InputStream stream) ->
          // Else it would be taken for a file, which may be kept for a while.
          response
              .header(HttpHeaders.CACHE_CONTROL, "no-store")
              .body(new StreamedFile(stream, type));
    };
  }

  /** Clients of plain JSON get data, be it null, for every document that is fine. */
  private static ExecutionResult asJsonHasIt(GraphQlAnswer answer) {
    return answer.stage() == GraphQlAnswer.Stage.REQUEST
        ? answer.result().transform(builder -> builder.data(null))
        : answer.result();
  }

  private ChunkedBody.Body body(ChunkedBody.Writer bodyWriter) {
    try {
      return ChunkedBody.of(bodyWriter, executor, configuration.readTimeLimit());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void write(ExecutionResult result, OutputStream stream, boolean zipped)
      throws IOException {
    if (!zipped) {
      writer.write(result.toSpecification(), stream);
      return;
    }
    try (GZIPOutputStream zip = new GZIPOutputStream(stream, ZIP_BUFFER_BYTES)) {
      writer.write(result.toSpecification(), zip);
    }
  }
}
