package org.boxtribute.server.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.boxtribute.server.contract.RuleExceptions.DECIDED_BY_LOCKED_ROWS;
import static org.boxtribute.server.contract.RuleExceptions.OPEN;
import static org.boxtribute.server.contract.RuleExceptions.OTHER_RULES;

import com.fasterxml.jackson.databind.JsonNode;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.boxtribute.server.graphql.schema.Api;
import org.boxtribute.server.graphql.schema.Schemas;
import org.boxtribute.server.testing.TestServer;
import org.junit.jupiter.api.Test;

/**
 * Who may read or write each field of the three schemas, as it is bound, against the contract. What
 * differs is named in {@link RuleExceptions}, with the reason.
 */
final class RulesIT {
  private static final JsonNode CONTRACT = Contract.json("authorization.json");

  /** The words of a rule, and the contract's for the same. */
  private static final Map<String, String> SCOPES =
      Map.of(
          " anywhere", " any",
          " in the base", " base",
          " in one of the bases", " anyOf",
          " within its bases", " filter",
          " in the box's base, or in one of its shipment's", " box");

  private final Schemas schemas = TestServer.shared().bean(Schemas.class);
  private final Map<String, List<String>> rules = schemas.bindings().rules();

  @Test
  void everyFieldIsBoundAndEveryBindingIsUsed() {
    assertThatNoException().isThrownBy(schemas::requireComplete);
  }

  /** The list of all rules, for whoever wants to read it: {@code target/rules.txt}. */
  @Test
  void allRulesCanBeListed() throws IOException {
    List<String> lines = new ArrayList<>();
    rules.forEach(
        (field, words) -> {
          if (!words.isEmpty()) {
            lines.add(field + ": " + String.join(" and ", words));
          }
        });
    Files.write(Path.of("target", "rules.txt"), lines);

    assertThat(lines)
        .contains(
            "Query.tag: tag:read in the base",
            "Query.tags: tag:read within its bases",
            "Box.size: size:read anywhere");
  }

  @Test
  void eachFieldAsksForWhatTheContractSays() {
    Map<String, Set<String>> expected = new TreeMap<>();
    Map<String, Set<String>> actual = new TreeMap<>();
    rules.forEach(
        (field, words) -> {
          if (!OTHER_RULES.containsKey(field) && !DECIDED_BY_LOCKED_ROWS.contains(field)) {
            expected.put(field, contract(field));
            actual.put(field, scopes(words));
          }
        });

    assertThat(actual).isEqualTo(expected);
  }

  @Test
  void whereTheRuleIsAnotherItIsTheOneThatIsNamed() {
    Map<String, String> actual = new TreeMap<>();
    Map<String, String> expected = new TreeMap<>();
    OTHER_RULES.forEach(
        (field, other) -> {
          expected.put(field, other.rule());
          actual.put(field, String.join(" and ", rules.getOrDefault(field, List.of())));
          assertThat(Set.of(other.rule())).as(field).isNotEqualTo(contract(field));
        });

    assertThat(actual).isEqualTo(expected);
  }

  @Test
  void onlyWritesAskAboutTheRowsThatTheyLock() {
    assertThat(DECIDED_BY_LOCKED_ROWS)
        .allMatch(field -> field.startsWith("Mutation."))
        .allSatisfy(field -> assertThat(contract(field)).as(field).isNotEmpty());
    assertThat(rules.keySet()).containsAll(DECIDED_BY_LOCKED_ROWS);
  }

  /** Each permission that such a write asks for in any case, before it looks at what was sent. */
  @Test
  void writesThatAskAboutLockedRowsAskForThePermissionsFirst() {
    Map<String, Set<String>> expected = new TreeMap<>();
    Map<String, Set<String>> actual = new TreeMap<>();
    for (String field : DECIDED_BY_LOCKED_ROWS) {
      Set<String> anywhere = new TreeSet<>();
      CONTRACT
          .path("mutations")
          .path(field.substring(field.indexOf('.') + 1))
          .path("auth")
          .forEach(
              rule -> {
                if (!rule.has("as") && !dependsOnWhatWasSent(rule)) {
                  rule.findValuesAsText("p").forEach(one -> anywhere.add(one + " any"));
                }
              });
      expected.put(field, anywhere);
      actual.put(field, scopes(rules.getOrDefault(field, List.of())));
    }

    assertThat(actual).isEqualTo(expected);
  }

  /** What is sent may leave out products, locations and tags, but never what an agreement has. */
  private static boolean dependsOnWhatWasSent(JsonNode rule) {
    return (rule.has("when") && !rule.path("when").asText().startsWith("agreement"))
        || rule.path("each").asText().endsWith("tagIds");
  }

  @Test
  void whatLeadsElsewhereIsGuardedOrListedAsOpen() {
    Set<String> open = new TreeSet<>();
    for (Api api : Api.values()) {
      GraphQLSchema schema = schemas.of(api);
      schema.getAllTypesAsList().stream()
          .filter(type -> type instanceof GraphQLObjectType && !type.getName().startsWith("__"))
          .map(GraphQLObjectType.class::cast)
          .forEach(type -> collectOpen(api, schema, type, open));
    }
    open.removeAll(DECIDED_BY_LOCKED_ROWS);
    CONTRACT.path("unguarded").forEach(field -> open.remove(field.asText()));

    assertThat(open).isEqualTo(OPEN);
  }

  private void collectOpen(
      Api api, GraphQLSchema schema, GraphQLObjectType type, Set<String> open) {
    boolean query = type.equals(schema.getQueryType());
    String bound = query && api == Api.PUBLIC ? "PublicQuery" : type.getName();
    for (GraphQLFieldDefinition field : type.getFieldDefinitions()) {
      String name = bound + "." + field.getName();
      boolean root = query || type.equals(schema.getMutationType());
      boolean leadsElsewhere =
          root || GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLCompositeType;
      if (leadsElsewhere && rules.getOrDefault(name, List.of()).isEmpty()) {
        open.add(name);
      }
    }
  }

  private static Set<String> contract(String field) {
    String name = field.substring(field.indexOf('.') + 1);
    JsonNode entry =
        switch (field.substring(0, field.indexOf('.'))) {
          case "Query" -> CONTRACT.path("queries").path(name);
          case "PublicQuery" -> CONTRACT.path("publicQueries").path(name);
          case "Mutation" -> CONTRACT.path("mutations").path(name);
          default -> CONTRACT.path("fields").path(field);
        };
    Set<String> scopes = new TreeSet<>();
    entry.path("auth").forEach(rule -> collect(rule, scopes));
    return scopes;
  }

  private static void collect(JsonNode rule, Set<String> scopes) {
    rule.path("or").forEach(alternative -> collect(alternative, scopes));
    String scope = rule.path("s").asText();
    List<String> permissions = new ArrayList<>();
    if (rule.path("p").isArray()) {
      rule.path("p").forEach(permission -> permissions.add(permission.asText()));
    } else if (rule.has("p")) {
      permissions.add(rule.path("p").asText());
    }
    permissions.forEach(permission -> scopes.add(permission + " " + scope));
    if (permissions.isEmpty() && !scope.isEmpty()) {
      scopes.add(scope);
    }
  }

  private static Set<String> scopes(List<String> words) {
    Set<String> scopes = new TreeSet<>();
    for (String rule : words) {
      for (String one : rule.split(" and ", -1)) {
        scopes.add(scope(one));
      }
    }
    return scopes;
  }

  private static String scope(String rule) {
    String scope = rule.replaceFirst("^(null|nothing) without ", "");
    for (Map.Entry<String, String> words : SCOPES.entrySet()) {
      if (scope.endsWith(words.getKey())) {
        return scope.replace(words.getKey(), words.getValue());
      }
    }
    return scope;
  }
}
