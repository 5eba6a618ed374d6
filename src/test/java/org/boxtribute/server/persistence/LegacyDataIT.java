package org.boxtribute.server.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.boxtribute.server.testing.Answer;
import org.boxtribute.server.testing.Client;
import org.boxtribute.server.testing.TestServer;
import org.boxtribute.server.testing.TestUser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What old data hold, and what columns cannot hold. */
final class LegacyDataIT {
  private static final TestServer SERVER =
      TestServer.withDemoData("boxtribute_test_legacy", Map.of());
  private static final int PAGE = 5;

  private final Client god = SERVER.as(TestUser.god());

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Test
  void aDateWithoutMonthOrDayIsNone() {
    SERVER.sql().execute("update people set date_of_birth = '1980-00-00' where id = 1020");
    SERVER.sql().execute("update people set date_of_signature = '2020-05-00' where id = 1020");
    SERVER.sql().execute("update people set created = '2024-00-00 00:00:00' where id = 1020");

    Answer answer =
        god.ask("{ beneficiary(id: 1020) { id dateOfBirth dateOfSignature createdOn } }").ok();

    assertThat(answer.body().at("/data/beneficiary").toString())
        .isEqualTo(
            "{\"id\":\"1020\",\"dateOfBirth\":null,\"dateOfSignature\":null,\"createdOn\":null}");
  }

  @Test
  void pagesOfBoxesNeitherRepeatNorLoseOnesWithoutAWholeTime() {
    SERVER
        .sql()
        .execute(
            "update stock set modified = if(id % 2, '2026-00-00 00:00:00', '2026-03-00 01:00:00')"
                + " where id % 3 = 0");
    List<String> all =
        god.ask("{ boxes(baseId: 1, paginationInput: {first: 10000}) { elements { id } } }")
            .ok()
            .texts("/boxes/elements", "id");

    assertThat(all).hasSizeGreaterThan(2 * PAGE).doesNotHaveDuplicates();
    assertThat(paged()).isEqualTo(all);
  }

  private List<String> paged() {
    List<String> ids = new ArrayList<>();
    String after = "";
    while (true) {
      Answer page =
          god.ask(
                  """
                  {
                    boxes(baseId: 1, paginationInput: { first: %d %s }) {
                      elements { id lastModifiedOn } pageInfo { hasNextPage endCursor }
                    }
                  }
                  """
                      .formatted(PAGE, after))
              .ok();
      ids.addAll(page.texts("/boxes/elements", "id"));
      if (!page.at("/boxes/pageInfo/hasNextPage").asBoolean()) {
        return ids;
      }
      after = "after: \"" + page.text("/boxes/pageInfo/endCursor") + "\"";
    }
  }

  @Test
  void whatIsLeftOfATextWithEmojiIsStored() {
    Answer answer =
        god.ask(
                """
                mutation {
                  tag: createTag(creationInput: {
                    name: "Warm \uD83D\uDE00", description: "\uD83D\uDE00", color: "#fff", type: All,
                    baseId: 1
                  }) { ... on Tag { name description } }
                }
                """)
            .ok();

    assertThat(answer.body().at("/data/tag").toString())
        .isEqualTo("{\"name\":\"Warm\",\"description\":\"\"}");
  }

  @Test
  void aNameOfEmojiAloneIsEmpty() {
    Answer answer =
        god.ask(
            """
            mutation {
              createTag(creationInput: {
                name: "\uD83D\uDE00", color: "#fff", type: All, baseId: 1
              }) { __typename }
            }
            """);

    assertThat(answer.errors()).containsExactly("BAD_USER_INPUT createTag");
  }

  @Test
  void allTextsAreOfTheCharacterSetThatIsReckonedWith() {
    assertThat(
            SERVER
                .sql()
                .fetch(
                    """
                    select distinct character_set_name from information_schema.columns
                    where table_schema = database() and character_set_name is not null
                    and table_name <> 'flyway_schema_history' and column_type <> 'longtext'
                    """)
                .map(row -> String.valueOf(row.get(0))))
        .isSubsetOf("utf8mb3", "utf8", "ascii");
  }
}
