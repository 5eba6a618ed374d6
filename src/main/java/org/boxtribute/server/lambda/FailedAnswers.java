package org.boxtribute.server.lambda;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.boxtribute.server.graphql.error.ErrorCode;

/**
 * What clients are told where Lambda's limits leave no other answer: as of other requests that were
 * executed, the status is 200, and the data are null. Safe to share between threads.
 */
@Singleton
@Requires(env = "function")
final class FailedAnswers {
  private static final String TOO_LARGE =
      "The answer is larger than what can be returned here. Ask for less, or accept gzip. What a"
          + " mutation has changed stays changed.";
  private static final String TIME_IS_UP =
      "The operation took too long and was given up. What a mutation has changed may stay changed.";

  private final JsonFactory json;

  FailedAnswers(JsonFactory json) {
    this.json = json;
  }

  /** In place of an answer with these headers. */
  FunctionAnswer tooLarge(Map<String, List<String>> headers) {
    Map<String, List<String>> uncompressed = new LinkedHashMap<>(headers);
    uncompressed.keySet().removeIf(HttpHeaders.CONTENT_ENCODING::equalsIgnoreCase);
    return answer(uncompressed, ErrorCode.ANSWER_TOO_LARGE, TOO_LARGE);
  }

  /** In place of an answer that did not come. */
  FunctionAnswer timeIsUp() {
    return answer(
        Map.of(HttpHeaders.CONTENT_TYPE, List.of(MediaType.APPLICATION_JSON)),
        ErrorCode.TIME_LIMIT_EXCEEDED,
        TIME_IS_UP);
  }

  private FunctionAnswer answer(Map<String, List<String>> headers, ErrorCode code, String message) {
    byte[] body = body(code, message);
    return new FunctionAnswer(HttpStatus.OK.getCode(), headers, body, body.length, true);
  }

  private byte[] body(ErrorCode code, String message) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    try (JsonGenerator generator = json.createGenerator(body)) {
      generator.writeStartObject();
      generator.writeArrayFieldStart("errors");
      generator.writeStartObject();
      generator.writeStringField("message", message);
      generator.writeObjectFieldStart("extensions");
      generator.writeStringField("code", code.name());
      generator.writeStringField("description", message);
      generator.writeEndObject();
      generator.writeEndObject();
      generator.writeEndArray();
      generator.writeNullField("data");
      generator.writeEndObject();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return body.toByteArray();
  }
}
