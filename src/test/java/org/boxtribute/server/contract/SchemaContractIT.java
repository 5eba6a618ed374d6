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

  /** The statistics are not served yet, neither are the figures about an organisation. */
  private static final Set<String> NOT_SERVED =
      Set.of(
          "beneficiaryDemographics",
          "beneficiaryFigures",
          "beneficiaryReach",
          "createdBoxes",
          "movedBoxes",
          "stockOverview",
          "topProductsCheckedOut",
          "topProductsDonated",
          "metrics",
          "newlyCreatedBoxNumbers",
          "newlyRegisteredBeneficiaryNumbers",
          "reachedBeneficiariesNumbers",
          "resolveLink");

  private final TestServer server = TestServer.shared();

  @Test
  void theFullApiHasNothingThatTheContractHasNot() {
    Map<String, String> contract = facts(Contract.json("full.schema.json").path("__schema"));
    Map<String, String> served = served(server.client("/graphql", TestUser.god()));

    assertThat(differences(served, contract)).isEmpty();
  }

  @Test
  void thePartnersApiHasNothingThatTheContractHasNot() {
    Map<String, String> contract = facts(Contract.json("query.schema.json").path("__schema"));
    Map<String, String> served = served(server.client("/", TestUser.god()));

    assertThat(differences(served, contract)).isEmpty();
  }

  @Test
  void thePublicApiHasNothingThatTheContractHasNot() {
    Map<String, String> contract = facts(Contract.json("public.schema.json").path("__schema"));
    Map<String, String> served = served(server.anonymous("/public"));

    assertThat(differences(served, contract)).isEmpty();
  }

  @Test
  void allThatQueriesLeadToIsServed() {
    JsonNode schema = Contract.json("full.schema.json").path("__schema");
    Map<String, String> contract = facts(schema);
    Set<String> reachable = reachable(schema);
    Map<String, String> served = served(server.client("/graphql", TestUser.god()));

    assertThat(contract.keySet())
        .filteredOn(fact -> reachable.contains(fact.replaceFirst("[.:].*", "")))
        .filteredOn(fact -> !NOT_SERVED.contains(rootField(fact)))
        .filteredOn(fact -> !served.containsKey(fact))
        .isEmpty();
  }

  private static String rootField(String fact) {
    return fact.startsWith("Query.") ? fact.replaceFirst("Query\\.(\\w+).*", "$1") : "";
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

  /** The names of the types that queries lead to, those that are not served yet left out. */
  private static Set<String> reachable(JsonNode schema) {
    Map<String, JsonNode> types = new HashMap<>();
    schema.path("types").forEach(type -> types.put(type.path("name").asText(), type));
    Set<String> reachable = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of("Query"));
    while (!open.isEmpty()) {
      String name = open.pop();
      JsonNode type = types.get(name);
      if (type == null || !reachable.add(name)) {
        continue;
      }
      for (JsonNode field : type.path("fields")) {
        if (name.equals("Query") && NOT_SERVED.contains(field.path("name").asText())) {
          continue;
        }
        open.add(named(field.path("type")));
        field.path("args").forEach(argument -> open.add(named(argument.path("type"))));
      }
      type.path("inputFields").forEach(input -> open.add(named(input.path("type"))));
      type.path("possibleTypes").forEach(member -> open.add(member.path("name").asText()));
    }
    return reachable;
  }

  private static String named(JsonNode type) {
    return type.path("name").isTextual() ? type.path("name").asText() : named(type.path("ofType"));
  }
}
