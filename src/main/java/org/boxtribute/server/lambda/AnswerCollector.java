package org.boxtribute.server.lambda;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.ByteBodyHttpResponse;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.types.files.StreamedFile;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Collects answers, for a function returns them whole. One that is larger than what can be returned
 * becomes an error. Safe to share between threads.
 */
@Singleton
@Requires(env = "function")
final class AnswerCollector {
  /** For the status, the names of the members and the signs between them. */
  private static final int FRAME_BYTES = 256;

  private final Routes routes;
  private final FailedAnswers failures;
  private final int maxPayloadBytes;

  AnswerCollector(Routes routes, FailedAnswers failures, FunctionConfiguration configuration) {
    this.routes = routes;
    this.failures = failures;
    this.maxPayloadBytes = configuration.maxPayloadBytes();
  }

  FunctionAnswer collect(HttpRequest<?> request, HttpResponse<?> response)
      throws IOException, InterruptedException {
    Object body = request.getMethod() == HttpMethod.HEAD ? null : response.body();
    return switch (body) {
      case null -> collect(response, InputStream.nullInputStream());
      case byte[] bytes -> collect(response, new ByteArrayInputStream(bytes));
      case StreamedFile file -> collect(response, file.getInputStream());
      default -> {
        ByteBodyHttpResponse<?> encoded = routes.encoded(request, response);
        yield collect(encoded, encoded.byteBody().toInputStream());
      }
    };
  }

  /** A stream that is not read to its end is closed, which ends who writes it. */
  private FunctionAnswer collect(HttpResponse<?> response, InputStream body) throws IOException {
    Map<String, List<String>> headers = headers(response.getHeaders());
    boolean text = FunctionAnswer.isText(response.getHeaders());
    try (body) {
      Optional<Payload> payload = Payload.read(body, text, maxPayloadBytes - frameBytes(headers));
      return payload.isPresent()
          ? new FunctionAnswer(
              response.code(), headers, payload.get().buffer(), payload.get().size(), text)
          : failures.tooLarge(headers);
    }
  }

  private static Map<String, List<String>> headers(HttpHeaders headers) {
    Map<String, List<String>> all = new LinkedHashMap<>();
    headers.names().forEach(name -> all.put(name, headers.getAll(name)));
    return all;
  }

  /** Each header may be told twice, by its value and by all of its values. */
  private static int frameBytes(Map<String, List<String>> headers) {
    int bytes = FRAME_BYTES;
    for (Map.Entry<String, List<String>> header : headers.entrySet()) {
      for (String value : header.getValue()) {
        bytes += 2 * (header.getKey().length() + 2 * value.length() + 8);
      }
    }
    return bytes;
  }
}
