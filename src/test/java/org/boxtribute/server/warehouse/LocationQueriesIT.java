package org.boxtribute.server.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.boxtribute.server.persistence.schema.Tables.BOX;

import java.util.List;
import java.util.Map;
import org.boxtribute.server.security.Permission;
import org.boxtribute.server.testing.Answer;
import org.boxtribute.server.testing.Client;
import org.boxtribute.server.testing.TestServer;
import org.boxtribute.server.testing.TestUser;
import org.junit.jupiter.api.Test;

final class LocationQueriesIT {
  private static final String OPTIONS =
      """
      query ($baseId: ID!) {
        base(id: $baseId) {
          id
          locations { id seq name ... on ClassicLocation { defaultBoxState } }
          tags(resourceType: Box) {
            id name color description type deletedOn createdOn lastModifiedOn lastUsedOn
          }
        }
      }
      """;

  private final TestServer server = TestServer.shared();
  private final Client coordinator = server.as(TestUser.coordinator());

  @Test
  void theOptionsOfThePageThatListsBoxesAreRead() {
    Answer answer = coordinator.ask(OPTIONS, Map.of("baseId", 1)).ok();

    assertThat(answer.texts("/base/locations", "name"))
        .containsExactly(
            "Shelf A",
            "Shelf B",
            "Stockroom",
            "Free Shop",
            "Donated",
            "Lost",
            "Scrap",
            "Cold Room",
            "Sorting, hall 2",
            "Partner School");
    assertThat(answer.texts("/base/locations", "defaultBoxState"))
        .startsWith("InStock", "InStock", "InStock", "Donated", "Donated", "Lost", "Scrap");
    assertThat(answer.texts("/base/tags", "id")).contains("101", "106").doesNotContain("104");
  }

  @Test
  void locationsAreThoseOfTheUsersBasesWithDeletedOnesAndWithoutSpots() {
    Answer answer =
        server.as(TestUser.coordinator(2, 1, 1, 2)).ask("{ locations { id base { id } } }").ok();

    assertThat(answer.texts("/locations", "id"))
        .contains("108", "208")
        .doesNotContain("120", "301", "601");
    assertThat(answer.texts("/locations", "base/id")).containsOnly("1", "2");
  }

  @Test
  void aLocationHasAllItsFields() {
    Answer answer =
        coordinator
            .ask(
                """
                {
                  location(id: 103) {
                    id name seq isShop isStockroom defaultBoxState createdOn lastModifiedOn
                    base { id }
                    createdBy { id }
                    lastModifiedBy { id }
                  }
                }
                """)
            .ok();

    assertThat(answer.text("/location/name")).isEqualTo("Stockroom");
    assertThat(answer.at("/location/isStockroom").asBoolean()).isTrue();
    assertThat(answer.at("/location/isShop").asBoolean()).isFalse();
    assertThat(answer.text("/location/createdOn")).isEqualTo("2025-01-10T10:00:00+00:00");
    assertThat(answer.text("/location/createdBy/id")).isEqualTo("3");
    assertThat(answer.at("/location/lastModifiedBy").isNull()).isTrue();
  }

  @Test
  void aDeletedLocationIsFoundById() {
    assertThat(coordinator.ask("{ location(id: 108) { name } }").ok().text("/location/name"))
        .isEqualTo("Garage");
  }

  @Test
  void aSpotIsNoClassicLocationForAnyone() {
    assertThat(coordinator.ask("{ location(id: 120) { id } }").ok().at("/location").isNull())
        .isTrue();
    assertThat(coordinator.ask("{ location(id: 320) { id } }").ok().at("/location").isNull())
        .isTrue();
  }

  @Test
  void anUnknownLocationIsBadUserInput() {
    assertThat(coordinator.ask("{ location(id: 999) { id } }").errors())
        .containsExactly("BAD_USER_INPUT location");
  }

  @Test
  void aLocationOfAnotherBaseIsForbidden() {
    assertThat(coordinator.ask("{ location(id: 201) { id } }").errors())
        .containsExactly("FORBIDDEN location");
    assertThat(coordinator.ask("{ location(id: 301) { id } }").errors())
        .containsExactly("FORBIDDEN location");
  }

  @Test
  void locationsNeedTheirPermission() {
    Client client = server.as(TestUser.with("base:read", "stock:read"));

    assertThat(
            client
                .ask(
                    "{ locations { id } location(id: 101) { id } base(id: 1) { locations { id } } }")
                .errors())
        .containsExactlyInAnyOrder(
            "FORBIDDEN locations", "FORBIDDEN location", "FORBIDDEN base/locations");
  }

  @Test
  void locationsOfABaseOfAnotherOrganisationAreForbidden() {
    Answer answer = coordinator.ask("{ organisation(id: 2) { bases { id locations { id } } } }");

    assertThat(answer.errors()).containsExactly("FORBIDDEN organisation/bases/0/locations");
  }

  @Test
  void theBaseAndTheBoxesOfALocationNeedTheirPermissions() {
    TestUser user =
        TestUser.coordinator()
            .without(Permission.BASE_READ, Permission.STOCK_READ, Permission.STOCK_WRITE);

    Answer answer =
        server.as(user).ask("{ location(id: 101) { id base { id } boxes { totalCount } } }");

    assertThat(answer.text("/location/id")).isEqualTo("101");
    assertThat(answer.errors())
        .containsExactlyInAnyOrder("FORBIDDEN location/base", "FORBIDDEN location/boxes");
  }

  @Test
  void theBoxesOfALocationAreFiltered() {
    Answer answer =
        coordinator
            .ask(
                """
                {
                  location(id: 101) {
                    all: boxes { totalCount }
                    inStock: boxes(filterInput: {states: [InStock]}) { totalCount }
                    elsewhere: boxes(filterInput: {locationIds: [102]}) {
                      totalCount
                      elements { id }
                      pageInfo { startCursor hasNextPage }
                    }
                  }
                }
                """)
            .ok();

    assertThat(answer.at("/location/all/totalCount").asInt())
        .isEqualTo(server.sql().fetchCount(BOX, BOX.LOCATION_ID.eq(101)));
    assertThat(answer.at("/location/inStock/totalCount").asInt())
        .isEqualTo(
            server
                .sql()
                .fetchCount(BOX, BOX.LOCATION_ID.eq(101).and(BOX.STATE.eq(BoxState.IN_STOCK))))
        .isPositive();
    assertThat(answer.at("/location/elsewhere/totalCount").asInt()).isZero();
    assertThat(answer.at("/location/elsewhere/elements")).isEmpty();
    assertThat(answer.text("/location/elsewhere/pageInfo/startCursor")).isEmpty();
  }

  @Test
  void theNumberOfStatementsDoesNotGrowWithTheRows() {
    String query =
        """
        {
          bases {
            locations { id base { id } createdBy { id } boxes { elements { id location { id } } } }
            instockBoxesCount
          }
        }
        """;
    List<String> one =
        server.statementsOf(() -> server.as(TestUser.coordinator(9, 3, 7)).ask(query).ok());
    List<String> many = server.statementsOf(() -> server.as(TestUser.god()).ask(query).ok());

    assertThat(many).hasSameSizeAs(one);
  }
}
