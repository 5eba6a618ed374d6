package org.boxtribute.server.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.boxtribute.server.testing.Answer;
import org.boxtribute.server.testing.Client;

/** Walks through a schema as it is served and asks for every field of every type. */
final class SchemaSweep {
  private static final int DEPTH = 3;
  private static final String INTROSPECTION =
      """
      { __schema { types {
        kind name
        fields(includeDeprecated: true) {
          name type { ...Type } args { name type { ...Type } }
        }
        possibleTypes { name }
      } } }
      fragment Type on __Type {
        kind name ofType { kind name ofType { kind name ofType { kind name } } }
      }
      """;

  private final Client client;
  private final Map<String, JsonNode> types = new HashMap<>();
  private final Set<String> asked = new TreeSet<>();
  private final Map<String, Answer> answers = new TreeMap<>();

  SchemaSweep(Client client) {
    this.client = client;
    client
        .ask(INTROSPECTION)
        .ok()
        .at("/__schema/types")
        .forEach(type -> types.put(type.path("name").asText(), type));
  }

  /**
   * Asks for each root field, with all that is below it.
   *
   * @param arguments the arguments of the root fields that need some, by the field's name; a root
   *     field that needs some and is not named is left out
   */
  void run(Map<String, String> arguments) {
    for (JsonNode field : type("Query").path("fields")) {
      String name = field.path("name").asText();
      boolean needy = needsArguments(field);
      if (needy && !arguments.containsKey(name)) {
        continue;
      }
      asked.add("Query." + name);
      String document =
          "{ " + name + (needy ? "(" + arguments.get(name) + ")" : "") + below(field, DEPTH) + " }";
      answers.put(name, client.ask(document));
    }
  }

  /** The answers, by root field. */
  Map<String, Answer> answers() {
    return answers;
  }

  /** The fields of object types that a root field leads to, and that no document asked for. */
  Set<String> neverAsked() {
    Set<String> missing = new TreeSet<>();
    for (JsonNode type : types.values()) {
      String name = type.path("name").asText();
      if (!type.path("kind").asText().equals("OBJECT")
          || name.startsWith("__")
          || asked.stream().noneMatch(field -> field.startsWith(name + "."))) {
        continue;
      }
      type.path("fields")
          .forEach(
              field -> {
                String path = name + "." + field.path("name").asText();
                if (!asked.contains(path) && !needsArguments(field)) {
                  missing.add(path);
                }
              });
    }
    return missing;
  }

  private String below(JsonNode field, int depth) {
    JsonNode type = type(named(field.path("type")));
    return switch (type.path("kind").asText()) {
      case "OBJECT" -> selection(type, depth, "");
      case "UNION", "INTERFACE" -> {
        StringBuilder members = new StringBuilder(" { __typename");
        for (JsonNode member : type.path("possibleTypes")) {
          String name = member.path("name").asText();
          members.append(" ... on ").append(name).append(selection(type(name), depth, name + "_"));
        }
        yield members.append(" }").toString();
      }
      default -> "";
    };
  }

  private String selection(JsonNode type, int depth, String aliasPrefix) {
    StringBuilder selection = new StringBuilder(" { __typename");
    for (JsonNode field : type.path("fields")) {
      String name = field.path("name").asText();
      boolean composite =
          type(named(field.path("type"))).path("kind").asText().matches("OBJECT|UNION|INTERFACE");
      if ((composite && depth == 1) || needsArguments(field)) {
        continue;
      }
      asked.add(type.path("name").asText() + "." + name);
      selection
          .append(' ')
          .append(aliasPrefix.isEmpty() ? "" : aliasPrefix + name + ": ")
          .append(name)
          .append(composite ? below(field, depth - 1) : "");
    }
    return selection.append(" }").toString();
  }

  private JsonNode type(String name) {
    return Objects.requireNonNull(types.get(name), name);
  }

  private static boolean needsArguments(JsonNode field) {
    for (JsonNode argument : field.path("args")) {
      if (argument.path("type").path("kind").asText().equals("NON_NULL")) {
        return true;
      }
    }
    return false;
  }

  private static String named(JsonNode type) {
    return type.path("name").isTextual() ? type.path("name").asText() : named(type.path("ofType"));
  }
}
