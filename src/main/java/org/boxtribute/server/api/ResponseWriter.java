package org.boxtribute.server.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import org.boxtribute.server.graphql.execution.ResultList;
import org.boxtribute.server.graphql.execution.ResultObject;
import org.jspecify.annotations.Nullable;

/** Writes answers as JSON in UTF-8. Safe to share between threads. */
@Singleton
final class ResponseWriter {
  private final JsonFactory json;

  ResponseWriter(JsonFactory json) {
    this.json = json;
  }

  /** Writes maps, lists and scalars; the stream is the caller's to close. */
  void write(Map<String, ?> answer, OutputStream stream) throws IOException {
    try (JsonGenerator generator = json.createGenerator(stream)) {
      generator.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      write(generator, answer);
    }
  }

  /** The bytes of a small answer. */
  byte[] bytes(Map<String, ?> answer) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      write(answer, bytes);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return bytes.toByteArray();
  }

  /** The kinds that answers are full of stand first, and interfaces, dear to ask for, last. */
  private static void write(JsonGenerator generator, @Nullable Object value) throws IOException {
    switch (value) {
      case null -> generator.writeNull();
      case String text -> generator.writeString(text);
      case Integer number -> generator.writeNumber(number);
      case ResultObject object -> writeObject(generator, object);
      case Boolean flag -> generator.writeBoolean(flag);
      case ResultList list -> writeList(generator, list);
      case Long number -> generator.writeNumber(number);
      case Double number -> generator.writeNumber(number);
      case Float number -> generator.writeNumber(number);
      case BigDecimal number -> generator.writeNumber(number);
      case BigInteger number -> generator.writeNumber(number);
      case Map<?, ?> object -> writeObject(generator, object);
      case Iterable<?> elements -> writeElements(generator, elements);
      default -> generator.writeString(value.toString());
    }
  }

  private static void writeObject(JsonGenerator generator, ResultObject object) throws IOException {
    generator.writeStartObject();
    for (int at = 0; at < object.size(); at++) {
      generator.writeFieldName(object.key(at));
      write(generator, object.value(at));
    }
    generator.writeEndObject();
  }

  private static void writeList(JsonGenerator generator, ResultList list) throws IOException {
    generator.writeStartArray();
    for (int at = 0; at < list.size(); at++) {
      write(generator, list.get(at));
    }
    generator.writeEndArray();
  }

  private static void writeObject(JsonGenerator generator, Map<?, ?> object) throws IOException {
    generator.writeStartObject();
    for (Map.Entry<?, ?> entry : object.entrySet()) {
      generator.writeFieldName(String.valueOf(entry.getKey()));
      write(generator, entry.getValue());
    }
    generator.writeEndObject();
  }

  private static void writeElements(JsonGenerator generator, Iterable<?> elements)
      throws IOException {
    generator.writeStartArray();
    for (Object element : elements) {
      write(generator, element);
    }
    generator.writeEndArray();
  }
}
