package org.boxtribute.server.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.boxtribute.server.persistence.schema.Tables.TAG_RELATION;
import static org.jooq.impl.DSL.max;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.boxtribute.server.security.Permission;
import org.boxtribute.server.testing.Answer;
import org.boxtribute.server.testing.Client;
import org.boxtribute.server.testing.TestServer;
import org.boxtribute.server.testing.TestUser;
import org.junit.jupiter.api.Test;

final class TagQueriesIT {
  private final TestServer server = TestServer.shared();
  private final Client coordinator = server.as(TestUser.coordinator());

  @Test
  void tagsAreThoseOfTheUsersBasesThatAreNotDeleted() {
    assertThat(ids(coordinator, "{ tags { id } }"))
        .contains("101", "104", "106")
        .doesNotContain("108", "109", "201", "301");
    assertThat(ids(server.as(TestUser.god()), "{ tags { id } }"))
        .contains("101", "201", "301", "701")
        .doesNotContain("108", "502");
  }

  @Test
  void tagsOfOneTypeAreListed() {
    assertThat(ids(coordinator, "{ tags(tagType: Box) { id } }"))
        .contains("101", "102", "103", "111")
        .doesNotContain("104", "106");
    assertThat(ids(coordinator, "{ tags(tagType: Beneficiary) { id } }"))
        .contains("104", "105")
        .doesNotContain("101", "106");
    assertThat(ids(coordinator, "{ tags(tagType: All) { id type } }"))
        .contains("106", "107", "110")
        .doesNotContain("101", "104");
    assertThat(ids(coordinator, "{ tags(tagType: null) { id } }")).contains("101", "104", "106");
  }

  @Test
  void aTagHasAllItsFields() {
    Answer answer =
        coordinator
            .ask(
                """
                {
                  tag(id: 102) {
                    id name description color type createdOn lastModifiedOn deletedOn
                    base { id }
                    createdBy { id }
                    lastModifiedBy { id }
                  }
                }
                """)
            .ok();

    assertThat(answer.text("/tag/name")).isEqualTo("Winter");
    assertThat(answer.text("/tag/color")).isEqualTo("#5bc0de");
    assertThat(answer.text("/tag/type")).isEqualTo("Box");
    assertThat(answer.text("/tag/description")).isEqualTo("For the cold months");
    assertThat(answer.text("/tag/createdOn")).isEqualTo("2025-01-14T09:01:00+00:00");
    assertThat(answer.text("/tag/base/id")).isEqualTo("1");
    assertThat(answer.text("/tag/createdBy/id")).isEqualTo("3");
    assertThat(answer.at("/tag/deletedOn").isNull()).isTrue();
    assertThat(answer.at("/tag/lastModifiedBy").isNull()).isTrue();
  }

  @Test
  void aDeletedTagIsFoundById() {
    assertThat(coordinator.ask("{ tag(id: 108) { deletedOn } }").ok().text("/tag/deletedOn"))
        .isEqualTo("2025-07-01T12:00:00+00:00");
  }

  @Test
  void anUnknownTagIsBadUserInput() {
    assertThat(coordinator.ask("{ tag(id: 999) { id } }").errors())
        .containsExactly("BAD_USER_INPUT tag");
  }

  @Test
  void aTagOfAnotherBaseIsForbidden() {
    assertThat(coordinator.ask("{ tag(id: 201) { id } }").errors())
        .containsExactly("FORBIDDEN tag");
    assertThat(coordinator.ask("{ tag(id: 301) { id } }").errors())
        .containsExactly("FORBIDDEN tag");
    assertThat(server.as(TestUser.with("base_2/tag:read")).ask("{ tag(id: 101) { id } }").errors())
        .containsExactly("FORBIDDEN tag");
  }

  @Test
  void tagsNeedTheirPermission() {
    assertThat(
            server
                .as(TestUser.with("base:read"))
                .ask("{ tags { id } tag(id: 101) { id } base(id: 1) { tags { id } } }")
                .errors())
        .containsExactlyInAnyOrder("FORBIDDEN tags", "FORBIDDEN tag", "FORBIDDEN base/tags");
  }

  @Test
  void theTagsOfABaseAreThoseThatFitTheirUse() {
    Answer answer =
        coordinator
            .ask(
                """
                {
                  base(id: 1) {
                    all: tags { id }
                    boxes: tags(resourceType: Box) { id }
                    beneficiaries: tags(resourceType: Beneficiary) { id }
                  }
                }
                """)
            .ok();

    assertThat(answer.texts("/base/all", "id"))
        .contains("101", "104", "106")
        .doesNotContain("108", "109", "201");
    assertThat(answer.texts("/base/boxes", "id")).contains("101", "106").doesNotContain("104");
    assertThat(answer.texts("/base/beneficiaries", "id"))
        .contains("104", "106")
        .doesNotContain("101");
  }

  @Test
  void theTagsOfABaseOfAnotherOrganisationAreForbidden() {
    Answer answer = coordinator.ask("{ organisation(id: 2) { bases { id tags { id } } } }");

    assertThat(answer.texts("/organisation/bases", "id")).containsExactly("3", "4");
    assertThat(answer.errors())
        .containsExactlyInAnyOrder(
            "FORBIDDEN organisation/bases/0/tags", "FORBIDDEN organisation/bases/1/tags");
  }

  @Test
  void theLastUseOfATagCountsAlsoIfItIsOver() {
    Map<Integer, Instant> expected =
        server
            .sql()
            .select(TAG_RELATION.TAG_ID, max(TAG_RELATION.CREATED_ON))
            .from(TAG_RELATION)
            .groupBy(TAG_RELATION.TAG_ID)
            .fetchMap(row -> row.value1(), row -> row.value2());

    Answer answer = coordinator.ask("{ tags { id lastUsedOn } }").ok();

    answer
        .at("/tags")
        .forEach(
            tag -> {
              Instant lastUse = expected.get(tag.at("/id").asInt());
              if (lastUse == null) {
                assertThat(tag.at("/lastUsedOn").isNull()).isTrue();
              } else {
                assertThat(OffsetDateTime.parse(tag.at("/lastUsedOn").asText()).toInstant())
                    .isEqualTo(lastUse);
              }
            });
    assertThat(expected).containsKey(101);
  }

  @Test
  void guardedFieldsAreForbiddenAtEachTag() {
    TestUser user =
        TestUser.coordinator()
            .without(
                Permission.BASE_READ,
                Permission.USER_READ,
                Permission.TAG_RELATION_READ,
                Permission.TAG_RELATION_ASSIGN);

    Answer answer =
        server
            .as(user)
            .ask("{ tag(id: 101) { name base { id } } tags { lastUsedOn createdBy { id } } }");

    assertThat(answer.errors())
        .contains(
            "FORBIDDEN tag/base",
            "FORBIDDEN tags/0/lastUsedOn",
            "FORBIDDEN tags/1/lastUsedOn",
            "FORBIDDEN tags/0/createdBy",
            "FORBIDDEN tags/1/createdBy");
    assertThat(answer.at("/tags").size()).isGreaterThan(2);
    assertThat(answer.at("/tag").isNull()).isTrue();
  }

  @Test
  void theNumberOfStatementsDoesNotGrowWithTheRows() {
    String query = "{ bases { tags { id lastUsedOn base { id } createdBy { id } } } }";
    List<String> one =
        server.statementsOf(() -> server.as(TestUser.coordinator(9, 3, 7)).ask(query).ok());
    List<String> many = server.statementsOf(() -> server.as(TestUser.god()).ask(query).ok());

    assertThat(many).hasSameSizeAs(one).hasSize(5);
  }

  private static List<String> ids(Client client, String query) {
    return client.ask(query).ok().texts("/tags", "id");
  }
}
