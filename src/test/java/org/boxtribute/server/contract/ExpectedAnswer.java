package org.boxtribute.server.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The answer to a document with a guarded field: what a user with all permissions gets, except for
 * the field's values.
 *
 * @param errors as code and path
 */
record ExpectedAnswer(JsonNode data, List<String> errors) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String DATA = "/data";

  /**
   * Derives it.
   *
   * @param all the data of a user with all permissions
   */
  static ExpectedAnswer of(GuardedField field, Seen seen, JsonNode all) {
    ObjectNode body = JSON.createObjectNode();
    body.set("data", all.deepCopy());
    List<String> values = new ArrayList<>();
    collect(all, DATA, field.path(), values);
    if (values.isEmpty()) {
      throw new AssertionError("The demo data has no value of " + field);
    }
    List<String> errors = new ArrayList<>();
    Set<String> risen = new HashSet<>();
    for (String value : values) {
      switch (seen) {
        case Seen.Open() -> {}
        case Seen.Instead(String json) -> replace(body, value, parsed(json));
        case Seen.Missing(String nullAt) -> {
          String place = upTo(nullAt, value);
          if (place.equals(value) || risen.add(place)) {
            errors.add("INTERNAL_SERVER_ERROR " + withoutData(value));
          }
          replace(body, place, NullNode.getInstance());
        }
        case Seen.Refused(String at, String nullAt) -> {
          String refused = upTo(at, value);
          String place = upTo(nullAt, value);
          if (place.equals(refused) || risen.add(place)) {
            errors.add("FORBIDDEN " + withoutData(refused));
          }
          replace(body, place, NullNode.getInstance());
        }
      }
    }
    return new ExpectedAnswer(body.path("data"), errors.stream().distinct().toList());
  }

  /** The pointers of the values that a path with stars stands for, where they are not null. */
  private static void collect(JsonNode node, String pointer, String path, List<String> values) {
    if (path.isEmpty()) {
      if (!node.isNull() && !node.isMissingNode()) {
        values.add(pointer);
      }
      return;
    }
    String[] steps = path.split("/", 2);
    String rest = steps.length == 1 ? "" : steps[1];
    if (!steps[0].equals("*")) {
      collect(node.path(steps[0]), pointer + "/" + steps[0], rest, values);
      return;
    }
    for (int index = 0; index < node.size(); index++) {
      collect(node.path(index), pointer + "/" + index, rest, values);
    }
  }

  /** The part of a value's pointer that a path with stars, on the way to the value, stands for. */
  private static String upTo(String path, String value) {
    String pointer = value;
    int steps = path.isEmpty() ? 2 : path.split("/", -1).length + 2;
    while (pointer.split("/", -1).length > steps) {
      pointer = pointer.substring(0, pointer.lastIndexOf('/'));
    }
    return pointer;
  }

  private static String withoutData(String pointer) {
    return pointer.substring(DATA.length() + 1);
  }

  /** Nothing is left to replace where null has risen further up already. */
  private static void replace(ObjectNode body, String pointer, JsonNode value) {
    int last = pointer.lastIndexOf('/');
    if (body.at(pointer.substring(0, last)) instanceof ObjectNode parent) {
      parent.set(pointer.substring(last + 1), value);
    }
  }

  private static JsonNode parsed(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException malformed) {
      throw new IllegalArgumentException(json, malformed);
    }
  }
}
