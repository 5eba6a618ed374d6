package org.boxtribute.server.contract;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.boxtribute.server.security.Permission;
import org.boxtribute.server.testing.Answer;
import org.boxtribute.server.testing.TestServer;
import org.boxtribute.server.testing.TestUser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each guarded field is kept from those who may not read it, and the rest of the answer is not. */
final class GuardedFieldsIT {
  private static final String SELF = "the user themselves";

  private final TestServer server = TestServer.shared();

  static Stream<GuardedField> guardedFields() {
    return Stream.concat(GuardedFields.all().stream(), GuardedQueries.all().stream());
  }

  @ParameterizedTest
  @MethodSource("guardedFields")
  void usersWithoutThePermissionDoNotSeeTheField(GuardedField field) {
    Permission permission = field.permission();
    TestUser user =
        permission == null
            ? TestUser.coordinator(4, 1, 1)
            : TestUser.coordinator().without(permission);

    assertSeen(field, user, field.without());
  }

  @ParameterizedTest
  @MethodSource("guardedFields")
  void usersWithThePermissionForAnotherBaseSeeWhatTheirBaseOpens(GuardedField field) {
    Permission permission = field.permission();
    TestUser user =
        permission == null
            ? TestUser.coordinator(6, 1, 2)
            : TestUser.coordinator().without(permission).and("base_2/" + permission.apiName());

    assertSeen(field, user, field.elsewhere());
  }

  @ParameterizedTest
  @MethodSource("guardedFields")
  void usersOfAnotherOrganisationSeeWhatIsSharedWithThem(GuardedField field) {
    assertSeen(field, field.stranger(), field.byStranger());
  }

  private void assertSeen(GuardedField field, TestUser user, Seen seen) {
    Answer all = server.as(TestUser.coordinator()).ask(field.document()).ok();
    ExpectedAnswer expected = ExpectedAnswer.of(field, seen, all.body().path("data"));

    Answer answer = server.as(user).ask(field.document());

    assertThat(answer.status()).as(field.toString()).isEqualTo(200);
    assertThat(answer.errors())
        .as(field.toString())
        .containsExactlyInAnyOrderElementsOf(expected.errors());
    assertThat(answer.body().path("data")).as(field.toString()).isEqualTo(expected.data());
  }

  @Test
  void everyFieldThatTheContractGuardsIsInTheTable() {
    Map<String, Set<String>> guarded = new TreeMap<>();
    JsonNode contract = Contract.json("authorization.json");
    addGuards(guarded, "", contract.path("fields"));
    addGuards(guarded, "Query.", contract.path("queries"));
    guarded.keySet().retainAll(served());

    Map<String, Set<String>> inTable =
        guardedFields()
            .collect(
                groupingBy(
                    GuardedField::name,
                    TreeMap::new,
                    mapping(GuardedFieldsIT::guardOf, toCollection(() -> new TreeSet<>()))));

    assertThat(guarded).hasSizeGreaterThan(100);
    guarded.entrySet().removeAll(inTable.entrySet());
    assertThat(guarded).isEmpty();
  }

  private static String guardOf(GuardedField field) {
    Permission permission = field.permission();
    return permission == null ? SELF : permission.apiName();
  }

  private static void addGuards(Map<String, Set<String>> guarded, String prefix, JsonNode fields) {
    fields
        .properties()
        .forEach(field -> guarded.put(prefix + field.getKey(), guards(field.getValue())));
  }

  /** God users pass every guard, so that rules about them alone are not part of the table. */
  private static Set<String> guards(JsonNode field) {
    Set<String> guards = new TreeSet<>();
    for (JsonNode permissions : field.at("/auth").findValues("p")) {
      Iterable<JsonNode> each = permissions.isArray() ? permissions : List.of(permissions);
      each.forEach(permission -> guards.add(permission.asText()));
    }
    if (field.at("/auth").findValuesAsText("s").contains("self")) {
      guards.add(SELF);
    }
    return guards;
  }

  /** The fields that the server has, as {@code Type.field}. */
  private Set<String> served() {
    Set<String> served = new TreeSet<>();
    server
        .as(TestUser.coordinator())
        .ask("{ __schema { types { name fields { name } } } }")
        .ok()
        .at("/__schema/types")
        .forEach(
            type ->
                type.path("fields")
                    .forEach(
                        field ->
                            served.add(
                                type.path("name").asText() + "." + field.path("name").asText())));
    return served;
  }
}
