package org.boxtribute.server.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.boxtribute.server.security.Permission;
import org.boxtribute.server.testing.Answer;
import org.boxtribute.server.testing.TestServer;
import org.boxtribute.server.testing.TestUser;
import org.junit.jupiter.api.Test;

/** Reading standard products. */
final class StandardProductQueriesIT {
  private final TestServer server = TestServer.shared();

  @Test
  void aStandardProductTellsAllAboutItself() {
    Answer answer =
        server
            .as(TestUser.coordinator())
            .ask(
                """
                { standardProduct(id: 25) { __typename ... on StandardProduct {
                    id name gender version addedOn deprecatedOn
                    addedBy { id } deprecatedBy { id } category { name } sizeRange { label }
                    precededByProduct { id } supercededByProduct { id name version precededByProduct { id } }
                    instantiation { id } } } }
                """)
            .ok();

    assertThat(answer.at("/standardProduct"))
        .hasToString(
            """
            {"__typename":"StandardProduct","id":"25","name":"Hats","gender":"UnisexAdult","version":1,\
            "addedOn":"2024-12-20T10:00:00+00:00","deprecatedOn":"2026-02-02T10:00:00+00:00",\
            "addedBy":{"id":"1"},"deprecatedBy":{"id":"1"},"category":{"name":"Accessories"},\
            "sizeRange":{"label":"Mixed sizes"},"precededByProduct":null,\
            "supercededByProduct":{"id":"41","name":"Winter Hats","version":2,\
            "precededByProduct":{"id":"25"}},"instantiation":null}""");
  }

  @Test
  void anUnknownStandardProductIsData() {
    Answer answer =
        server
            .as(TestUser.coordinator())
            .ask(
                "{ standardProduct(id: 999) { __typename"
                    + " ... on ResourceDoesNotExistError { id name } } }")
            .ok();

    assertThat(answer.at("/standardProduct"))
        .hasToString(
            """
            {"__typename":"ResourceDoesNotExistError","id":null,"name":"StandardProduct"}""");
  }

  @Test
  void anIdThatIsNoNumberIsBadUserInput() {
    assertThat(
            server
                .as(TestUser.coordinator())
                .ask("{ standardProduct(id: \"x\") { __typename } }")
                .errors())
        .containsExactly("BAD_USER_INPUT standardProduct");
    assertThat(
            server
                .as(TestUser.coordinator())
                .ask("{ standardProducts(baseId: \"x\") { __typename } }")
                .errors())
        .containsExactly("BAD_USER_INPUT standardProducts");
  }

  @Test
  void theMissingPermissionIsData() {
    TestUser user = TestUser.coordinator().without(Permission.STANDARD_PRODUCT_READ);
    String error = "... on InsufficientPermissionError { name }";

    Answer answer =
        server
            .as(user)
            .ask(
                """
                { standardProduct(id: 999) { __typename %s } standardProducts { __typename %s }
                  ofBase: standardProducts(baseId: 1) { __typename %s } }
                """
                    .formatted(error, error, error))
            .ok();

    for (String field : List.of("/standardProduct", "/standardProducts", "/ofBase")) {
      assertThat(answer.at(field))
          .hasToString(
              """
              {"__typename":"InsufficientPermissionError","name":"standard_product:read"}""");
    }
  }

  @Test
  void aBaseOfOthersIsData() {
    String document =
        """
        query($base: ID) { standardProducts(baseId: $base) { __typename
            ... on UnauthorizedForBaseError { id name organisationName } } }
        """;

    assertThat(
            server
                .as(TestUser.coordinator())
                .ask(document, Map.of("base", 3))
                .ok()
                .at("/standardProducts"))
        .hasToString(
            """
            {"__typename":"UnauthorizedForBaseError","id":"3","name":"Hillside",\
            "organisationName":"Juniper Demo Relief"}""");
    assertThat(
            server
                .as(TestUser.coordinator())
                .ask(document, Map.of("base", 99))
                .ok()
                .at("/standardProducts"))
        .hasToString(
            """
            {"__typename":"UnauthorizedForBaseError","id":"99","name":"","organisationName":""}""");
  }

  @Test
  void standardProductsAreThoseOfTheNewestVersion() {
    Answer answer =
        server
            .as(TestUser.coordinator())
            .ask(
                """
                { standardProducts { ... on StandardProductPage {
                    totalCount elements { id version instantiation { id } }
                    pageInfo { hasNextPage hasPreviousPage } } } }
                """)
            .ok();

    assertThat(answer.texts("/standardProducts/elements", "id"))
        .containsExactly("41", "42", "43", "44", "45", "46", "47", "48");
    assertThat(answer.texts("/standardProducts/elements", "instantiation")).containsOnly("null");
    assertThat(answer.at("/standardProducts/totalCount").asInt()).isEqualTo(8);
    assertThat(answer.at("/standardProducts/pageInfo/hasNextPage").asBoolean()).isFalse();
  }

  @Test
  void standardProductsOfABaseAreAlsoTheOlderOnesThatItHasEnabled() {
    Answer answer =
        server
            .as(TestUser.coordinator())
            .ask(
                """
                { standardProducts(baseId: 1) { ... on StandardProductPage {
                    totalCount elements { id instantiation { id base { id } deletedOn } } } } }
                """)
            .ok();

    List<String> ids = answer.texts("/standardProducts/elements", "id");
    // 35 enabled ones of version 1 (25 among them, though it is outdated), 8 of version 2
    assertThat(ids).hasSize(43).contains("25", "41").doesNotContain("14", "23", "29", "32", "38");
    assertThat(answer.at("/standardProducts/totalCount").asInt()).isEqualTo(43);
    assertThat(answer.text("/standardProducts/elements/0/instantiation/id")).isEqualTo("1001");
    assertThat(answer.text("/standardProducts/elements/0/instantiation/base/id")).isEqualTo("1");
    // not enabled in base 1
    assertThat(
            answer
                .at("/standardProducts/elements/" + ids.indexOf("41") + "/instantiation")
                .isNull())
        .isTrue();
  }

  @Test
  void theInstantiationOfAnOtherwiseReachedStandardProductIsNull() {
    Answer answer =
        server
            .as(TestUser.coordinator())
            .ask(
                """
                { standardProducts(baseId: 1) { ... on StandardProductPage {
                    elements { id instantiation { id standardProduct { instantiation { id } } } } } } }
                """)
            .ok();

    assertThat(
            answer
                .at("/standardProducts/elements/0/instantiation/standardProduct/instantiation")
                .isNull())
        .isTrue();
  }

  @Test
  void theNumberOfStatementsDoesNotGrowWithTheRows() {
    String document =
        """
        { standardProducts(baseId: %d) { ... on StandardProductPage { elements {
            id category { id } sizeRange { id } addedBy { id } deprecatedBy { id }
            supercededByProduct { id } precededByProduct { id }
            instantiation { id category { id } sizeRange { id } } } } } }
        """;

    List<String> few =
        server.statementsOf(() -> server.as(TestUser.god()).ask(document.formatted(4)).ok());
    List<String> many =
        server.statementsOf(() -> server.as(TestUser.god()).ask(document.formatted(1)).ok());

    assertThat(many).hasSameSizeAs(few);
  }

  @Test
  void thePublicSeesAllVersionsWithoutALogin() {
    Answer answer =
        server
            .anonymous("/public")
            .ask("{ standardProducts { id name categoryName sizeRangeName gender version } }")
            .ok();

    assertThat(answer.at("/standardProducts")).hasSize(48);
    assertThat(answer.at("/standardProducts/0"))
        .hasToString(
            """
            {"id":"1","name":"T-Shirts","categoryName":"Tops","sizeRangeName":"XS, S, M, L, XL, XXL",\
            "gender":"Women","version":1}""");
    assertThat(answer.texts("/standardProducts", "gender")).contains("none", "UnisexBaby");
  }

  @Test
  void thePublicCannotAskForAnythingElse() {
    Answer answer = server.anonymous("/public").ask("{ standardProducts { id addedBy { id } } }");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(server.anonymous("/public").ask("{ products { totalCount } }").status())
        .isEqualTo(400);
  }
}
