package org.boxtribute.server.lambda;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/** Writes answers in the form that the sender of the event expects. Safe to share. */
@Singleton
@Requires(env = "function")
final class AnswerWriter {
  private final JsonFactory json;

  AnswerWriter(JsonFactory json) {
    this.json = json;
  }

  /** Writes one answer; the stream is the caller's to close. */
  void write(FunctionAnswer answer, PayloadVersion version, OutputStream stream)
      throws IOException {
    try (JsonGenerator generator = json.createGenerator(stream)) {
      generator.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      generator.writeStartObject();
      generator.writeNumberField("statusCode", answer.status());
      switch (version) {
        case ONE -> {
          writeFirst(generator, answer.headers());
          writeAll(generator, answer.headers());
        }
        case TWO -> writeVersionTwo(generator, answer.headers());
        case LOAD_BALANCER -> {
          writeStatus(generator, answer.status());
          writeJoined(generator, answer.headers());
        }
        case LOAD_BALANCER_MULTI_VALUE -> {
          writeStatus(generator, answer.status());
          writeAll(generator, answer.headers());
        }
      }
      writeBody(generator, answer);
      generator.writeEndObject();
    }
  }

  private static void writeStatus(JsonGenerator generator, int status) throws IOException {
    generator.writeStringField(
        "statusDescription", status + " " + HttpStatus.getDefaultReason(status));
  }

  /** What stands here and among all values counts once. */
  private static void writeFirst(JsonGenerator generator, Map<String, List<String>> headers)
      throws IOException {
    generator.writeObjectFieldStart("headers");
    for (Map.Entry<String, List<String>> header : headers.entrySet()) {
      generator.writeStringField(header.getKey(), header.getValue().getFirst());
    }
    generator.writeEndObject();
  }

  private static void writeAll(JsonGenerator generator, Map<String, List<String>> headers)
      throws IOException {
    generator.writeObjectFieldStart("multiValueHeaders");
    for (Map.Entry<String, List<String>> header : headers.entrySet()) {
      writeList(generator, header.getKey(), header.getValue());
    }
    generator.writeEndObject();
  }

  /** Cookies cannot be joined. */
  private static void writeVersionTwo(JsonGenerator generator, Map<String, List<String>> headers)
      throws IOException {
    writeJoined(generator, headers);
    for (Map.Entry<String, List<String>> header : headers.entrySet()) {
      if (isCookie(header.getKey())) {
        writeList(generator, "cookies", header.getValue());
      }
    }
  }

  private static void writeJoined(JsonGenerator generator, Map<String, List<String>> headers)
      throws IOException {
    generator.writeObjectFieldStart("headers");
    for (Map.Entry<String, List<String>> header : headers.entrySet()) {
      if (!isCookie(header.getKey())) {
        generator.writeStringField(header.getKey(), String.join(", ", header.getValue()));
      }
    }
    generator.writeEndObject();
  }

  private static boolean isCookie(String name) {
    return name.equalsIgnoreCase(HttpHeaders.SET_COOKIE);
  }

  private static void writeList(JsonGenerator generator, String name, List<String> values)
      throws IOException {
    generator.writeArrayFieldStart(name);
    for (String value : values) {
      generator.writeString(value);
    }
    generator.writeEndArray();
  }

  private static void writeBody(JsonGenerator generator, FunctionAnswer answer) throws IOException {
    generator.writeFieldName("body");
    if (answer.text()) {
      generator.writeUTF8String(answer.body(), 0, answer.length());
    } else {
      generator.writeBinary(answer.body(), 0, answer.length());
    }
    generator.writeBooleanField("isBase64Encoded", !answer.text());
  }
}
