package org.boxtribute.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.boxtribute.server.security.Permission.LOCATION_READ;
import static org.boxtribute.server.security.Permission.TAG_READ;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import org.boxtribute.server.testing.Answer;
import org.boxtribute.server.testing.Client;
import org.boxtribute.server.testing.TestDatabase;
import org.boxtribute.server.testing.TestServer;
import org.boxtribute.server.testing.TestUser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients are told of what went wrong: a code that stays, and words for people. */
class ErrorsIT {
  private final TestServer server = TestServer.shared();
  private final Client coordinator = server.as(TestUser.coordinator());
  private final Client volunteer =
      server.as(TestUser.coordinator().without(LOCATION_READ, TAG_READ).atBetaLevel(1));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ tags { id } } | FORBIDDEN tags",
        "{ base(id: 1) { instockItemsCount } } | FORBIDDEN base/instockItemsCount",
        "{ organisation(id: 0) { id } } | BAD_USER_INPUT organisation",
        "{ organisation(id: \"one\") { id } } | BAD_USER_INPUT organisation",
        "mutation { deleteTag(id: 1) { __typename } } | 'FORBIDDEN '",
        "{ | 'GRAPHQL_PARSE_FAILED '",
        "{ nothing } | 'GRAPHQL_VALIDATION_FAILED '",
        "query A { __typename } query B { __typename } | 'OPERATION_RESOLUTION_FAILURE '",
        "query($id: ID!) { organisation(id: $id) { id } } | 'BAD_USER_INPUT '"
      })
  void anErrorHasACodeAndAMessage(String document, String error) {
    Answer answer = volunteer.ask(document);

    assertThat(answer.errors()).containsExactly(error);
    assertTold(answer);
  }

  @Test
  void aRefusedLimitHasACodeOfItsOwn() {
    assertRefused("{ base(id: 1) " + "{ organisation { bases ".repeat(11), "OPERATION_TOO_DEEP");
    assertRefused("{ base(id: 1) " + "{ organisation { bases ".repeat(80), "OPERATION_TOO_DEEP");
    assertRefused("{ base(id: 1) {" + " ...f".repeat(800) + "}", "OPERATION_TOO_LARGE");
    assertRefused("{" + aliases(300), "TOO_MANY_ALIASES");
    assertRefused("{" + " __typename".repeat(15_001), "DOCUMENT_TOO_LARGE");
    assertRefused(
        "{ __schema { types { fields { type { fields { name } } } } }", "INTROSPECTION_TOO_DEEP");
  }

  private void assertRefused(String opened, String code) {
    String closed =
        opened.endsWith("bases ") ? opened + "{ id }" + " }".repeat(braces(opened)) : opened + " }";
    String fragment = opened.contains("...f") ? " fragment f on Base { id name __typename }" : "";
    Answer answer = coordinator.ask(closed + fragment);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.errors()).containsExactly(code + " ");
    assertTold(answer);
  }

  private static int braces(String opened) {
    return (int) opened.chars().filter(character -> character == '{').count();
  }

  private static String aliases(int number) {
    StringBuilder aliases = new StringBuilder();
    for (int i = 0; i < number; i++) {
      aliases.append(" a").append(i).append(": __typename");
    }
    return aliases.toString();
  }

  @Test
  void anOperationThatTakesTooLongIsEndedWithACode() {
    Map<String, Object> keys =
        Map.of("boxtribute.migrations.enabled", false, "boxtribute.graphql.time-limit", "0s");
    try (TestServer hasty =
        TestServer.over(TestDatabase.server().address("boxtribute_test"), keys)) {
      Answer answer =
          hasty
              .as(TestUser.coordinator())
              .ask("{ bases { organisation { bases { organisation { name } } } } }");

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.errors()).containsExactly("TIME_LIMIT_EXCEEDED ");
      assertTold(answer);
    }
  }

  @Test
  void aNullThatRisesToOneParentIsToldOnce() {
    Answer answer =
        volunteer.ask(
            "{ bases { id instockBoxesCount instockItemsCount } organisation(id: 1) { id } }");

    assertThat(answer.errors()).containsExactly("FORBIDDEN bases/0/instockBoxesCount");
    assertThat(answer.body().path("data").isNull()).isTrue();
  }

  @Test
  void aNullThatRisesToSeveralParentsIsToldForEach() {
    Answer answer =
        volunteer.ask(
            "{ a: base(id: 1) { instockBoxesCount instockItemsCount }"
                + " b: base(id: 1) { instockBoxesCount instockItemsCount } }");

    assertThat(answer.errors())
        .containsExactlyInAnyOrder(
            "FORBIDDEN a/instockBoxesCount", "FORBIDDEN b/instockBoxesCount");
  }

  @Test
  void aFaultOfAVariableNamesItAsTheDocumentDoes() {
    Answer answer =
        coordinator.ask("query($code: String!) { qrExists(code: $code) }", variable("code", null));

    assertThat(answer.errors()).containsExactly("BAD_USER_INPUT ");
    assertThat(answer.body().at("/errors/0/message").asText()).contains("$code");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().path("data").isNull()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "query($v: Boolean = true) { bases @skip(if: $v) { id } }",
        "query($v: Boolean = true) { bases { id @include(if: $v) } }",
        "query($v: ID = \"1\") { base(id: $v) { id } }",
        "mutation($v: [Int!] = [9]) { deleteTags(ids: $v) { __typename } }",
        "query($v: BoxState = InStock) {"
            + " boxes(baseId: 1, filterInput: {states: [$v]}) { totalCount } }",
        "mutation($v: String = \"a\") { createTag("
            + "creationInput: {name: $v, color: \"#fff\", type: Box, baseId: 1}) { __typename } }"
      })
  void nullInPlaceOfADefaultIsTheClientsFault(String document) {
    Answer answer = coordinator.ask(document, variable("v", null));

    assertThat(answer.errors()).containsExactly("BAD_USER_INPUT ");
    assertThat(answer.body().at("/errors/0/message").asText()).contains("$v");
    assertTold(answer);
  }

  /** Variables of which one is null. */
  private static Map<String, Object> variable(String name, @Nullable Object value) {
    Map<String, Object> variables = new HashMap<>();
    variables.put(name, value);
    return variables;
  }

  private static void assertTold(Answer answer) {
    for (JsonNode error : answer.body().path("errors")) {
      assertThat(error.path("message").asText())
          .isNotBlank()
          .isEqualTo(error.at("/extensions/description").asText())
          .doesNotContain("Exception", "java.", "org.");
      assertThat(error.at("/extensions/classification").isMissingNode()).isTrue();
    }
  }
}
