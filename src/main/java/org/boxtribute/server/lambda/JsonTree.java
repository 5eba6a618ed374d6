package org.boxtribute.server.lambda;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.boxtribute.server.api.JsonValues;
import org.jspecify.annotations.Nullable;

/**
 * An object of an event.
 *
 * @param members maps, lists, texts, numbers, truth values and nulls
 */
record JsonTree(Map<String, @Nullable Object> members) {
  private static final JsonValues VALUES = new JsonValues(text -> text);

  /**
   * Reads one object, and nothing behind it.
   *
   * @throws MalformedEvent if there is something else
   */
  static JsonTree read(JsonParser parser) throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new MalformedEvent("The event is not a JSON object");
    }
    Object event = VALUES.read(parser);
    if (parser.nextToken() != null) {
      throw new MalformedEvent("The event is more than one JSON object");
    }
    return new JsonTree(named((Map<?, ?>) Objects.requireNonNull(event)));
  }

  boolean has(String name) {
    return members.get(name) != null;
  }

  /** Empty if there is none, or it is null. */
  Optional<String> text(String name) {
    return switch (members.get(name)) {
      case null -> Optional.empty();
      case String text -> Optional.of(text);
      case Number number -> Optional.of(number.toString());
      default -> throw new MalformedEvent("The event's " + name + " is not a text");
    };
  }

  boolean isTrue(String name) {
    return Boolean.TRUE.equals(members.get(name));
  }

  /** One without members if there is none, or it is null. */
  JsonTree object(String name) {
    return switch (members.get(name)) {
      case null -> new JsonTree(Map.of());
      case Map<?, ?> object -> new JsonTree(named(object));
      default -> throw new MalformedEvent("The event's " + name + " is not an object");
    };
  }

  private static Map<String, @Nullable Object> named(Map<?, ?> object) {
    Map<String, @Nullable Object> named = new LinkedHashMap<>();
    object.forEach((name, value) -> named.put((String) name, value));
    return named;
  }

  /** The texts of each member, which is a text or a list of them; nulls are left out. */
  Map<String, List<String>> texts() {
    Map<String, List<String>> texts = new LinkedHashMap<>();
    members.forEach((name, value) -> texts.put(name, texts(value)));
    return texts;
  }

  /** The texts of a list; none if there is no such member. */
  List<String> texts(String name) {
    return texts(members.get(name));
  }

  private static List<String> texts(@Nullable Object value) {
    return switch (value) {
      case null -> List.of();
      case List<?> list -> list.stream().flatMap(element -> texts(element).stream()).toList();
      case Map<?, ?> _ -> throw new MalformedEvent("The event has an object in place of a text");
      default -> List.of(value.toString());
    };
  }
}
