package org.boxtribute.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.boxtribute.server.graphql.schema.Schemas;
import org.boxtribute.server.testing.TestServer;
import org.junit.jupiter.api.Test;

/**
 * Who may read or write each field, as it is bound, against the contract. The rules are printed
 * into the build's folder, one line a field.
 */
final class RulesIT {
  private static final JsonNode CONTRACT = Contract.json("authorization.json");

  private final Map<String, List<String>> bound =
      TestServer.shared().bean(Schemas.class).bindings().rules();

  @Test
  void eachFieldAsksForWhatTheContractSays() {
    Map<String, Set<String>> expected = new TreeMap<>();
    Map<String, Set<String>> actual = new TreeMap<>();
    bound.forEach(
        (field, rules) -> {
          expected.put(field, contract(field));
          actual.put(field, permissions(rules));
        });
    actual.forEach(
        (f, r) -> {
          if (!r.equals(expected.get(f)))
            System.out.println(
                "RULE " + f + " ours=" + bound.get(f) + " contract=" + expected.get(f));
        });
    assertThat(actual).isEqualTo(expected);
  }

  private static Set<String> contract(String field) {
    String name = field.substring(field.indexOf('.') + 1);
    JsonNode entry =
        field.startsWith("Query.")
            ? CONTRACT.path("queries").path(name)
            : field.startsWith("Mutation.")
                ? CONTRACT.path("mutations").path(name)
                : CONTRACT.path("fields").path(field);
    Set<String> rules = new TreeSet<>();
    entry.path("auth").forEach(rule -> collect(rule, rules));
    return rules;
  }

  private static void collect(JsonNode rule, Set<String> rules) {
    rule.path("or").forEach(one -> collect(one, rules));
    List<String> permissions = new ArrayList<>();
    if (rule.path("p").isArray()) {
      rule.path("p").forEach(permission -> permissions.add(permission.asText()));
    } else if (rule.has("p")) {
      permissions.add(rule.path("p").asText());
    }
    permissions.forEach(permission -> rules.add(permission + " " + rule.path("s").asText()));
    if (!rule.has("p") && rule.has("s")) {
      rules.add(rule.path("s").asText());
    }
  }

  private static Set<String> permissions(List<String> rules) {
    Set<String> all = new TreeSet<>();
    for (String rule : rules) {
      for (String one : rule.split(" and ", -1)) {
        all.add(
            one.replace("null without ", "")
                .replace("nothing without ", "")
                .replace(" anywhere", " any")
                .replace(" in the base", " base")
                .replace(" in one of the bases", " anyOf")
                .replace(" within its bases", " filter"));
      }
    }
    return all;
  }
}
