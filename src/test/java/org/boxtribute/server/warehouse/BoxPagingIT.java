package org.boxtribute.server.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.boxtribute.server.persistence.schema.Tables.BOX;
import static org.boxtribute.server.persistence.schema.Tables.LOCATION;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.boxtribute.server.testing.Answer;
import org.boxtribute.server.testing.Client;
import org.boxtribute.server.testing.LegacyRows;
import org.boxtribute.server.testing.TestServer;
import org.boxtribute.server.testing.TestUser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Reads the boxes of the base Seaview, some of which changed at one time or at no known time. */
final class BoxPagingIT {
  private static final TestServer SERVER = TestServer.shared();
  private static final TestUser USER = TestUser.coordinator(9, 3, 7);

  private static final String BOXES =
      """
      query ($page: PaginationInput) {
        boxes(baseId: 7, paginationInput: $page) {
          totalCount
          pageInfo { hasPreviousPage hasNextPage startCursor endCursor }
          elements { id }
        }
      }
      """;

  private final Client client = SERVER.as(USER);

  @BeforeAll
  static void changeBoxesAtTheSameTime() {
    SERVER
        .sql()
        .update(BOX)
        .setNull(BOX.LAST_MODIFIED_ON)
        .where(BOX.ID.in(7003, 7008, 7016))
        .execute();
    SERVER
        .sql()
        .update(BOX)
        .set(BOX.LAST_MODIFIED_ON, Instant.parse("2026-02-03T04:05:06Z"))
        .where(BOX.ID.in(7002, 7009, 7010, 7011))
        .execute();
    LegacyRows.write(
        SERVER.sql(), "update stock set modified = '2024-00-00 00:00:00' where id in (7004, 7006)");
    LegacyRows.write(
        SERVER.sql(), "update stock set modified = '0000-00-00 00:00:00' where id in (7005, 7007)");
  }

  @Test
  void theBoxThatChangedLastComesFirstAndThoseWithoutTimeLast() {
    Answer answer = ask(Map.of("first", 100));

    assertThat(ids(answer)).isEqualTo(allIds()).endsWith("7016", "7008", "7003");
    assertThat(ids(answer)).containsSubsequence("7011", "7010", "7009", "7002");
  }

  @Test
  void readingForwardsShowsEachBoxOnce() {
    List<String> read = new ArrayList<>();
    Answer page = ask(Map.of("first", 3));
    assertThat(hasPrevious(page)).isFalse();
    read.addAll(ids(page));
    while (hasNext(page)) {
      page = ask(Map.of("first", 3, "after", page.text("/boxes/pageInfo/endCursor")));
      assertThat(hasPrevious(page)).isTrue();
      assertThat(page.at("/boxes/totalCount").asInt()).isEqualTo(allIds().size());
      read.addAll(ids(page));
    }

    assertThat(read).isEqualTo(allIds());
  }

  @Test
  void readingBackwardsShowsEachBoxOnce() {
    List<String> expected = allIds().subList(0, allIds().size() - 1);
    List<String> read = new ArrayList<>();
    Answer page = ask(Map.of("last", 4, "before", ask(Map.of()).text("/boxes/pageInfo/endCursor")));
    read.addAll(0, ids(page));
    while (hasPrevious(page)) {
      page = ask(Map.of("last", 4, "before", page.text("/boxes/pageInfo/startCursor")));
      assertThat(hasNext(page)).isTrue();
      read.addAll(0, ids(page));
    }

    assertThat(read).isEqualTo(expected);
  }

  @Test
  void aCursorThatTellsTheIdAloneStandsForTheBoxesPlace() {
    List<String> all = allIds();
    for (String id : List.of("7010", "7008", all.getFirst(), all.get(5))) {
      int place = all.indexOf(id);

      assertThat(ids(ask(Map.of("first", 100, "after", cursorOfIdAlone(id)))))
          .isEqualTo(all.subList(place + 1, all.size()));
      assertThat(ids(ask(Map.of("last", 100, "before", cursorOfIdAlone(id)))))
          .isEqualTo(all.subList(0, place));
    }
  }

  @Test
  void aCursorThatTellsTheIdAloneMustBeOfTheBase() {
    for (String id : List.of("1001", "99999999")) {
      assertThat(
              client
                  .ask(BOXES, Map.of("page", Map.of("first", 3, "after", cursorOfIdAlone(id))))
                  .errors())
          .containsExactly("BAD_USER_INPUT boxes");
    }
  }

  @Test
  void aPagePastTheEndHasEmptyCursorsAndNoNeighbours() {
    Answer page = ask(Map.of("after", ask(Map.of()).text("/boxes/pageInfo/endCursor")));

    assertThat(ids(page)).isEmpty();
    assertThat(page.text("/boxes/pageInfo/startCursor")).isEmpty();
    assertThat(page.text("/boxes/pageInfo/endCursor")).isEmpty();
    assertThat(hasPrevious(page)).isFalse();
    assertThat(hasNext(page)).isFalse();
    assertThat(page.at("/boxes/totalCount").asInt()).isEqualTo(allIds().size());
  }

  @Test
  void aPageHasFiftyBoxesIfTheClientDoesNotSay() {
    Client coordinator = SERVER.as(TestUser.coordinator());
    for (String page : List.of("", ", paginationInput: {first: 0}", ", paginationInput: null")) {
      Answer answer =
          coordinator.ask("{ boxes(baseId: 1%s) { elements { id } } }".formatted(page)).ok();

      assertThat(answer.at("/boxes/elements")).hasSize(50);
    }
  }

  @Test
  void forwardsWinsOverBackwards() {
    String cursor = cursorOfIdAlone("7010");

    assertThat(ids(ask(Map.of("first", 2, "last", 3, "before", cursor))))
        .isEqualTo(allIds().subList(0, 2));
  }

  @Test
  void aPageBackwardsNeedsACursor() {
    assertRefused("{last: 3}");
    assertRefused("{}");
  }

  @Test
  void aMalformedCursorOrLimitIsRefused() {
    assertRefused("{after: \"no cursor\"}");
    assertRefused("{after: \"MDAwMDAwMDFA!\"}");
    assertRefused("{first: -1}");
  }

  @Test
  void aPageCostsNoMoreThanIsAskedFor() {
    String cursor = ask(Map.of("first", 2)).text("/boxes/pageInfo/endCursor");
    Map<String, Object> page = Map.of("page", Map.of("first", 5, "after", cursor));
    String query = "query ($page: PaginationInput) { boxes(baseId: 7, paginationInput: $page) ";

    assertThat(statements(query + "{ elements { id } pageInfo { hasNextPage } } }", page))
        .hasSize(1);
    assertThat(statements(query + "{ totalCount pageInfo { hasPreviousPage } } }", page))
        .hasSize(3);
  }

  @Test
  void theBoxesOfManyLocationsArePagedAtOnce() {
    String query =
        """
        query ($base: ID!) {
          base(id: $base) {
            locations {
              id
              boxes(paginationInput: {first: 3}) {
                totalCount
                pageInfo { hasPreviousPage hasNextPage startCursor endCursor }
                elements { id }
              }
            }
          }
        }
        """;
    Client god = SERVER.as(TestUser.god());
    Answer answer = god.ask(query, Map.of("base", 1)).ok();

    answer
        .at("/base/locations")
        .forEach(
            location -> {
              List<Integer> all =
                  SERVER
                      .sql()
                      .select(BOX.ID)
                      .from(BOX)
                      .where(BOX.LOCATION_ID.eq(location.at("/id").asInt()))
                      .orderBy(BOX.ID)
                      .fetch(BOX.ID);
              List<Integer> read = new ArrayList<>();
              location.at("/boxes/elements").forEach(box -> read.add(box.at("/id").asInt()));
              assertThat(read).isEqualTo(all.subList(0, Math.min(3, all.size())));
              assertThat(location.at("/boxes/totalCount").asInt()).isEqualTo(all.size());
              assertThat(location.at("/boxes/pageInfo/hasNextPage").asBoolean())
                  .isEqualTo(all.size() > 3);
              assertThat(location.at("/boxes/pageInfo/hasPreviousPage").asBoolean()).isFalse();
            });
    assertThat(answer.at("/base/locations").size()).isGreaterThan(8);
    assertThat(SERVER.statementsOf(() -> god.ask(query, Map.of("base", 1)).ok()))
        .hasSameSizeAs(SERVER.statementsOf(() -> god.ask(query, Map.of("base", 7)).ok()))
        .hasSize(4);
  }

  @Test
  void aLocationsBoxesAreReadBothWays() {
    String query =
        """
        query ($page: PaginationInput) {
          location(id: 701) {
            boxes(paginationInput: $page) {
              pageInfo { hasPreviousPage hasNextPage startCursor endCursor }
              elements { id }
            }
          }
        }
        """;
    Answer first = client.ask(query, Map.of("page", Map.of("first", 2))).ok();
    String end = first.text("/location/boxes/pageInfo/endCursor");
    Answer second = client.ask(query, Map.of("page", Map.of("first", 2, "after", end))).ok();
    String start = second.text("/location/boxes/pageInfo/startCursor");
    Answer back = client.ask(query, Map.of("page", Map.of("last", 2, "before", start))).ok();

    assertThat(second.at("/location/boxes/pageInfo/hasPreviousPage").asBoolean()).isTrue();
    assertThat(second.texts("/location/boxes/elements", "id"))
        .doesNotContainAnyElementsOf(first.texts("/location/boxes/elements", "id"));
    assertThat(back.texts("/location/boxes/elements", "id"))
        .isEqualTo(first.texts("/location/boxes/elements", "id"));
    assertThat(back.at("/location/boxes/pageInfo/hasNextPage").asBoolean()).isTrue();
    assertThat(back.at("/location/boxes/pageInfo/hasPreviousPage").asBoolean()).isFalse();
    assertThat(end).isEqualTo(cursorOfIdAlone(first.text("/location/boxes/elements/1/id")));
  }

  private Answer ask(Map<String, ?> page) {
    return client.ask(BOXES, page.isEmpty() ? Map.of() : Map.of("page", page)).ok();
  }

  private void assertRefused(String page) {
    Answer answer =
        client.ask("{ boxes(baseId: 7, paginationInput: %s) { totalCount } }".formatted(page));

    assertThat(answer.errors()).containsExactly("BAD_USER_INPUT boxes");
  }

  private List<String> statements(String query, Map<String, ?> variables) {
    return SERVER.statementsOf(() -> client.ask(query, variables).ok());
  }

  private static List<String> allIds() {
    return SERVER
        .sql()
        .select(BOX.ID)
        .from(BOX)
        .join(LOCATION)
        .on(LOCATION.ID.eq(BOX.LOCATION_ID))
        .where(LOCATION.BASE_ID.eq(7))
        .and(BOX.DELETED_ON.coerce(String.class).eq("0000-00-00 00:00:00"))
        .orderBy(BOX.LAST_MODIFIED_ON.desc(), BOX.ID.desc())
        .fetch(row -> String.valueOf(row.value1()));
  }

  private static List<String> ids(Answer answer) {
    return answer.texts("/boxes/elements", "id");
  }

  private static boolean hasPrevious(Answer answer) {
    return answer.at("/boxes/pageInfo/hasPreviousPage").asBoolean();
  }

  private static boolean hasNext(Answer answer) {
    return answer.at("/boxes/pageInfo/hasNextPage").asBoolean();
  }

  private static String cursorOfIdAlone(String id) {
    String padded = "%08d".formatted(Integer.valueOf(id));
    return Base64.getEncoder().encodeToString(padded.getBytes(StandardCharsets.US_ASCII));
  }
}
