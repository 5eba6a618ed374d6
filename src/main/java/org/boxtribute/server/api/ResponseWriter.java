package org.boxtribute.server.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.IdentityHashMap;
import java.util.List;
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
      new Writing(generator).write(answer);
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

  /** One answer under way. */
  private static final class Writing {
    private final JsonGenerator generator;

    /** The keys of each selection as UTF-8: thousands of objects have the same. */
    private final IdentityHashMap<List<String>, SerializableString[]> names =
        new IdentityHashMap<>();

    Writing(JsonGenerator generator) {
      this.generator = generator;
    }

    /** The kinds that answers are full of stand first, and interfaces, dear to ask for, last. */
    void write(@Nullable Object value) throws IOException {
      switch (value) {
        case null -> generator.writeNull();
        case String text -> generator.writeString(text);
        case Integer number -> generator.writeNumber(number);
        case ResultObject object -> writeObject(object);
        case Boolean flag -> generator.writeBoolean(flag);
        case ResultList list -> writeList(list);
        case Long number -> generator.writeNumber(number);
        case Double number -> generator.writeNumber(number);
        case Float number -> generator.writeNumber(number);
        case BigDecimal number -> generator.writeNumber(number);
        case BigInteger number -> generator.writeNumber(number);
        case Map<?, ?> object -> writeObject(object);
        case Iterable<?> elements -> writeElements(elements);
        default -> generator.writeString(value.toString());
      }
    }

    private void writeObject(ResultObject object) throws IOException {
      SerializableString[] keys = names.computeIfAbsent(object.keys(), Writing::serialized);
      generator.writeStartObject();
      for (int at = 0; at < keys.length; at++) {
        generator.writeFieldName(keys[at]);
        write(object.value(at));
      }
      generator.writeEndObject();
    }

    private static SerializableString[] serialized(List<String> keys) {
      return keys.stream().map(SerializedString::new).toArray(SerializableString[]::new);
    }

    private void writeList(ResultList list) throws IOException {
      generator.writeStartArray();
      for (int at = 0; at < list.size(); at++) {
        write(list.get(at));
      }
      generator.writeEndArray();
    }

    private void writeObject(Map<?, ?> object) throws IOException {
      generator.writeStartObject();
      for (Map.Entry<?, ?> entry : object.entrySet()) {
        generator.writeFieldName(String.valueOf(entry.getKey()));
        write(entry.getValue());
      }
      generator.writeEndObject();
    }

    private void writeElements(Iterable<?> elements) throws IOException {
      generator.writeStartArray();
      for (Object element : elements) {
        write(element);
      }
      generator.writeEndArray();
    }
  }
}
