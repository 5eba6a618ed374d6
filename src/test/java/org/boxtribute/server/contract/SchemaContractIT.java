package org.boxtribute.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.boxtribute.server.testing.Client;
import org.boxtribute.server.testing.TestServer;
import org.boxtribute.server.testing.TestUser;
import org.junit.jupiter.api.Test;

/** The schemas as they are served, against the contract's. */
final class SchemaContractIT {
  private static final String INTROSPECTION =
      """
      { __schema { types {
        kind name
        fields(includeDeprecated: true) { name args { ...Value } type { ...Type } }
        inputFields { ...Value }
        interfaces { name }
        enumValues(includeDeprecated: true) { name }
        possibleTypes { name }
      } } }
      fragment Value on __InputValue { name defaultValue type { ...Type } }
      fragment Type on __Type {
        kind name ofType { kind name ofType { kind name ofType { kind name } } }
      }
      """;

  /** The root fields that are not there yet. */
  private static final Set<String> NOT_SERVED =
      Set.of(
          "Query.beneficiaryDemographics",
          "Query.beneficiaryFigures",
          "Query.beneficiaryReach",
          "Query.createdBoxes",
          "Query.metrics",
          "Query.movedBoxes",
          "Query.stockOverview",
          "Query.topProductsCheckedOut",
          "Query.topProductsDonated",
          "Mutation.createShareableLink");

  private final TestServer server = TestServer.shared();

  @Test
  void theFullApiHasNothingThatTheContractHasNot() {
    Map<String, String> contract = facts(contract("full"));
    Map<String, String> served = served(server.client("/graphql", TestUser.god()));

    assertThat(differences(served, contract)).isEmpty();
  }

  @Test
  void thePartnersApiHasNothingThatTheContractHasNot() {
    Map<String, String> contract = facts(contract("query"));
    Map<String, String> served = served(server.client("/", TestUser.god()));

    assertThat(differences(served, contract)).isEmpty();
  }

  @Test
  void thePublicApiHasNothingThatTheContractHasNot() {
    Map<String, String> contract = facts(contract("public"));
    Map<String, String> served = served(server.anonymous("/public"));

    assertThat(differences(served, contract)).isEmpty();
  }

  @Test
  void theFullApiHasAllThatTheContractHas() {
    JsonNode contract = contract("full");
    Map<String, String> served = served(server.client("/graphql", TestUser.god()));

    assertThat(missing(contract, served)).isEmpty();
  }

  @Test
  void thePartnersApiHasAllThatTheContractHas() {
    JsonNode contract = contract("query");
    Map<String, String> served = served(server.client("/", TestUser.god()));

    assertThat(missing(contract, served)).isEmpty();
  }

  @Test
  void nothingIsServedThatIsSaidNotToBe() {
    Map<String, String> served = served(server.client("/graphql", TestUser.god()));

    assertThat(served).doesNotContainKeys(NOT_SERVED.toArray(String[]::new));
  }

  /** The contract's facts that are not served, less what is said not to be and leads alone to. */
  private static List<String> missing(JsonNode schema, Map<String, String> served) {
    Set<String> accounted = reachable(schema, NOT_SERVED::contains);
    accounted.removeAll(reachable(schema, field -> !NOT_SERVED.contains(field)));
    return facts(schema).keySet().stream()
        .filter(fact -> !served.containsKey(fact))
        .filter(fact -> !NOT_SERVED.contains(fact.replaceFirst("\\(.*", "")))
        .filter(fact -> !accounted.contains(fact.replaceFirst("[.:].*", "")))
        .toList();
  }

  private static List<String> differences(Map<String, String> some, Map<String, String> all) {
    List<String> differences = new ArrayList<>();
    some.forEach(
        (fact, value) -> {
          if (!value.equals(all.get(fact))) {
            differences.add(fact + " is " + value + ", not " + all.get(fact));
          }
        });
    return differences;
  }

  private static JsonNode contract(String api) {
    return Contract.schema(api + ".schema.graphql", INTROSPECTION);
  }

  private static Map<String, String> served(Client client) {
    return facts(client.ask(INTROSPECTION).ok().at("/__schema"));
  }

  /** Everything that a schema says, one line each. */
  private static Map<String, String> facts(JsonNode schema) {
    Map<String, String> facts = new TreeMap<>();
    for (JsonNode type : schema.path("types")) {
      String name = type.path("name").asText();
      if (name.startsWith("__")) {
        continue;
      }
      facts.put(name, type.path("kind").asText());
      for (JsonNode field : type.path("fields")) {
        String path = name + "." + field.path("name").asText();
        facts.put(path, typeText(field.path("type")));
        for (JsonNode argument : field.path("args")) {
          facts.put(path + "(" + argument.path("name").asText() + ")", valueText(argument));
        }
      }
      for (JsonNode input : type.path("inputFields")) {
        facts.put(name + "." + input.path("name").asText(), valueText(input));
      }
      type.path("interfaces").forEach(i -> facts.put(name + ":" + i.path("name").asText(), "is"));
      type.path("enumValues")
          .forEach(v -> facts.put(name + "." + v.path("name").asText(), "value"));
      if (type.path("kind").asText().equals("UNION")) {
        type.path("possibleTypes")
            .forEach(member -> facts.put(name + ":" + member.path("name").asText(), "member"));
      }
    }
    return facts;
  }

  private static String valueText(JsonNode value) {
    JsonNode defaultValue = value.path("defaultValue");
    return typeText(value.path("type"))
        + (defaultValue.isTextual() ? " = " + defaultValue.asText() : "");
  }

  private static String typeText(JsonNode type) {
    return switch (type.path("kind").asText()) {
      case "NON_NULL" -> typeText(type.path("ofType")) + "!";
      case "LIST" -> "[" + typeText(type.path("ofType")) + "]";
      default -> type.path("name").asText();
    };
  }

  /** The names of the types that some of the root fields lead to. */
  private static Set<String> reachable(JsonNode schema, Predicate<String> rootField) {
    Map<String, JsonNode> types = new HashMap<>();
    schema.path("types").forEach(type -> types.put(type.path("name").asText(), type));
    Deque<String> open = new ArrayDeque<>();
    for (String root : List.of("Query", "Mutation")) {
      for (JsonNode field : types.getOrDefault(root, schema).path("fields")) {
        if (rootField.test(root + "." + field.path("name").asText())) {
          open.addAll(typesOf(field));
        }
      }
    }
    Set<String> reachable = new HashSet<>();
    while (!open.isEmpty()) {
      String name = open.pop();
      JsonNode type = types.get(name);
      if (type != null && reachable.add(name)) {
        type.path("fields").forEach(field -> open.addAll(typesOf(field)));
        type.path("inputFields").forEach(input -> open.add(named(input.path("type"))));
        type.path("possibleTypes").forEach(member -> open.add(member.path("name").asText()));
        type.path("interfaces").forEach(parent -> open.add(parent.path("name").asText()));
      }
    }
    return reachable;
  }

  /** The types of a field and of its arguments. */
  private static List<String> typesOf(JsonNode field) {
    List<String> names = new ArrayList<>();
    names.add(named(field.path("type")));
    field.path("args").forEach(argument -> names.add(named(argument.path("type"))));
    return names;
  }

  private static String named(JsonNode type) {
    return type.path("name").isTextual() ? type.path("name").asText() : named(type.path("ofType"));
  }
}
