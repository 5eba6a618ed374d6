package org.boxtribute.server.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.boxtribute.server.persistence.schema.Tables.BOX;
import static org.boxtribute.server.persistence.schema.Tables.DISTRIBUTION_EVENT;
import static org.boxtribute.server.persistence.schema.Tables.DISTRIBUTION_EVENTS_TRACKING_ENTRY;
import static org.boxtribute.server.persistence.schema.Tables.DISTRIBUTION_EVENTS_TRACKING_GROUP;
import static org.boxtribute.server.persistence.schema.Tables.LOCATION;
import static org.boxtribute.server.persistence.schema.Tables.PACKING_LIST_ENTRY;
import static org.boxtribute.server.persistence.schema.Tables.UNBOXED_ITEMS_COLLECTION;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.boxtribute.server.security.Permission;
import org.boxtribute.server.testing.Answer;
import org.boxtribute.server.testing.Client;
import org.boxtribute.server.testing.TestServer;
import org.boxtribute.server.testing.TestUser;
import org.boxtribute.server.warehouse.LocationType;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DistributionQueriesIT {
  /** The id of all rows that are here for these tests alone, in base 4 of organisation 2. */
  private static final int OWN = 9900;

  private static final int PRODUCT_OF_BASE_4 = 4001;
  private static final int PRODUCT_OF_BASE_5 = 5001;
  private static final int LOCATION_OF_BASE_5 = 501;
  private static final String BOX_OF_BASE_3 = "10003001";

  /** What a page of one event shows, and more. */
  private static final String EVENT_FIELDS =
      """
      id name state plannedStartDateTime plannedEndDateTime
      distributionSpot { id name comment latitude longitude base { id } }
      boxes { id labelIdentifier distributionEvent { id } }
      unboxedItemsCollections {
        id label numberOfItems product { id } size { id } location { id } distributionEvent { id }
      }
      packingListEntries {
        id state numberOfItems product { id name gender } size { id label }
        matchingPackedItemsCollections {
          __typename id numberOfItems
          product { id } size { id } location { id } distributionEvent { id }
          ... on Box { labelIdentifier }
        }
      }
      """;

  private static final String STATISTICS =
      """
      { base(id: %d) { distributionEventsStatistics {
        productName genderLabel categoryLabel sizeLabel inflow outflow
        earliestPossibleDistroDate latestPossibleDistroDate potentiallyInvolvedDistributionSpots
        involvedDistributionEventIds distroEventTrackingGroupId productId sizeId
      } } }
      """;

  private final TestServer server = TestServer.shared();
  private final Client coordinator = server.as(TestUser.coordinator());
  private final Client coordinatorOfBase4 = server.as(TestUser.coordinator(7, 2, 3, 4));

  /** A deleted spot whose event takes along what belongs to another organisation. */
  @BeforeAll
  static void addRows() {
    Instant now = Instant.parse("2026-11-20T08:00:00Z");
    DSLContext sql = TestServer.shared().sql();
    sql.insertInto(LOCATION)
        .set(LOCATION.ID, OWN)
        .set(LOCATION.BASE_ID, 4)
        .set(LOCATION.NAME, "Closed spot")
        .set(LOCATION.TYPE, LocationType.DISTRIBUTION_SPOT)
        .set(LOCATION.DELETED_ON, now)
        .execute();
    sql.insertInto(DISTRIBUTION_EVENTS_TRACKING_GROUP)
        .set(DISTRIBUTION_EVENTS_TRACKING_GROUP.ID, OWN)
        .set(DISTRIBUTION_EVENTS_TRACKING_GROUP.BASE_ID, 4)
        .set(DISTRIBUTION_EVENTS_TRACKING_GROUP.CREATED_ON, now)
        .execute();
    sql.insertInto(DISTRIBUTION_EVENT)
        .set(DISTRIBUTION_EVENT.ID, OWN)
        .set(DISTRIBUTION_EVENT.DISTRIBUTION_SPOT_ID, OWN)
        .set(DISTRIBUTION_EVENT.DISTRIBUTION_EVENTS_TRACKING_GROUP_ID, OWN)
        .set(DISTRIBUTION_EVENT.STATE, DistributionEventState.RETURN_TRACKING_IN_PROGRESS)
        .set(DISTRIBUTION_EVENT.PLANNED_START_DATE_TIME, now)
        .set(DISTRIBUTION_EVENT.PLANNED_END_DATE_TIME, now)
        .set(DISTRIBUTION_EVENT.CREATED_ON, now)
        .execute();
    sql.insertInto(PACKING_LIST_ENTRY)
        .set(PACKING_LIST_ENTRY.ID, OWN)
        .set(PACKING_LIST_ENTRY.DISTRIBUTION_EVENT_ID, OWN)
        .set(PACKING_LIST_ENTRY.PRODUCT_ID, PRODUCT_OF_BASE_5)
        .set(PACKING_LIST_ENTRY.SIZE_ID, 1)
        .set(PACKING_LIST_ENTRY.NUMBER_OF_ITEMS, 3)
        .set(PACKING_LIST_ENTRY.STATE, PackingListEntryState.NOT_STARTED)
        .set(PACKING_LIST_ENTRY.CREATED_ON, now)
        .execute();
    sql.insertInto(UNBOXED_ITEMS_COLLECTION)
        .set(UNBOXED_ITEMS_COLLECTION.ID, OWN)
        .set(UNBOXED_ITEMS_COLLECTION.DISTRIBUTION_EVENT_ID, OWN)
        .set(UNBOXED_ITEMS_COLLECTION.PRODUCT_ID, PRODUCT_OF_BASE_5)
        .set(UNBOXED_ITEMS_COLLECTION.SIZE_ID, 1)
        .set(UNBOXED_ITEMS_COLLECTION.LOCATION_ID, LOCATION_OF_BASE_5)
        .set(UNBOXED_ITEMS_COLLECTION.NUMBER_OF_ITEMS, 3)
        .set(UNBOXED_ITEMS_COLLECTION.CREATED_ON, now)
        .execute();
    addTrackingEntry(sql, OWN, PRODUCT_OF_BASE_5, 1);
    addTrackingEntry(sql, OWN + 1, PRODUCT_OF_BASE_4, 5);
    addTrackingEntry(sql, OWN + 2, PRODUCT_OF_BASE_4, 6);
    sql.update(BOX)
        .set(BOX.DISTRIBUTION_EVENT_ID, 1)
        .where(BOX.LABEL_IDENTIFIER.eq(BOX_OF_BASE_3))
        .execute();
  }

  private static void addTrackingEntry(DSLContext sql, int id, int product, int items) {
    sql.insertInto(DISTRIBUTION_EVENTS_TRACKING_ENTRY)
        .set(DISTRIBUTION_EVENTS_TRACKING_ENTRY.ID, id)
        .set(DISTRIBUTION_EVENTS_TRACKING_ENTRY.DISTRIBUTION_EVENTS_TRACKING_GROUP_ID, OWN)
        .set(DISTRIBUTION_EVENTS_TRACKING_ENTRY.PRODUCT_ID, product)
        .set(DISTRIBUTION_EVENTS_TRACKING_ENTRY.SIZE_ID, 1)
        .set(
            DISTRIBUTION_EVENTS_TRACKING_ENTRY.FLOW_DIRECTION,
            DistributionEventTrackingFlowDirection.OUT)
        .set(DISTRIBUTION_EVENTS_TRACKING_ENTRY.NUMBER_OF_ITEMS, items)
        .set(DISTRIBUTION_EVENTS_TRACKING_ENTRY.DATE, Instant.parse("2026-11-20T08:00:00Z"))
        .execute();
  }

  @AfterAll
  static void removeRows() {
    DSLContext sql = TestServer.shared().sql();
    sql.update(BOX)
        .setNull(BOX.DISTRIBUTION_EVENT_ID)
        .where(BOX.LABEL_IDENTIFIER.eq(BOX_OF_BASE_3))
        .execute();
    sql.deleteFrom(DISTRIBUTION_EVENTS_TRACKING_ENTRY)
        .where(DISTRIBUTION_EVENTS_TRACKING_ENTRY.ID.ge(OWN))
        .execute();
    sql.deleteFrom(UNBOXED_ITEMS_COLLECTION).where(UNBOXED_ITEMS_COLLECTION.ID.eq(OWN)).execute();
    sql.deleteFrom(PACKING_LIST_ENTRY).where(PACKING_LIST_ENTRY.ID.eq(OWN)).execute();
    sql.deleteFrom(DISTRIBUTION_EVENT).where(DISTRIBUTION_EVENT.ID.eq(OWN)).execute();
    sql.deleteFrom(DISTRIBUTION_EVENTS_TRACKING_GROUP)
        .where(DISTRIBUTION_EVENTS_TRACKING_GROUP.ID.eq(OWN))
        .execute();
    sql.deleteFrom(LOCATION).where(LOCATION.ID.eq(OWN)).execute();
  }

  @Test
  void anEventTellsWhereAndWhenItIs() {
    Answer answer = coordinator.ask("{ distributionEvent(id: 2) { " + EVENT_FIELDS + " } }").ok();

    assertThat(answer.text("/distributionEvent/name")).isEqualTo("Warm jackets");
    assertThat(answer.text("/distributionEvent/state")).isEqualTo("Packing");
    assertThat(answer.text("/distributionEvent/plannedStartDateTime"))
        .isEqualTo("2026-11-27T10:00:00+00:00");
    assertThat(answer.text("/distributionEvent/plannedEndDateTime"))
        .isEqualTo("2026-11-27T13:00:00+00:00");
    assertThat(answer.text("/distributionEvent/distributionSpot/name")).isEqualTo("Old Station");
    assertThat(answer.text("/distributionEvent/distributionSpot/comment")).isEmpty();
    assertThat(answer.text("/distributionEvent/distributionSpot/base/id")).isEqualTo("1");
    assertThat(answer.texts("/distributionEvent/boxes", "labelIdentifier"))
        .containsExactly("10001721", "10001722", "10001723", "10001724", "10001725");
    assertThat(answer.texts("/distributionEvent/unboxedItemsCollections", "id"))
        .containsExactly("1", "2");
    assertThat(answer.texts("/distributionEvent/unboxedItemsCollections", "location/id"))
        .containsExactly("101", "101");
  }

  @Test
  void anEntryOfAPackingListFindsWhatIsPackedOfItsProductAndSize() {
    Answer answer = coordinator.ask("{ distributionEvent(id: 2) { " + EVENT_FIELDS + " } }").ok();
    List<String> packed = new ArrayList<>();

    JsonNode entries = answer.at("/distributionEvent/packingListEntries");
    assertThat(entries).hasSize(12);
    for (JsonNode entry : entries) {
      for (JsonNode items : entry.at("/matchingPackedItemsCollections")) {
        assertThat(items.at("/product/id")).isEqualTo(entry.at("/product/id"));
        assertThat(items.at("/size/id")).isEqualTo(entry.at("/size/id"));
        assertThat(items.at("/distributionEvent/id").asText()).isEqualTo("2");
        packed.add(items.at("/__typename").asText() + items.at("/id").asText());
      }
    }
    assertThat(packed)
        .containsExactlyInAnyOrder(
            "Box1721",
            "Box1722",
            "Box1723",
            "Box1724",
            "Box1725",
            "UnboxedItemsCollection1",
            "UnboxedItemsCollection2");
  }

  @Test
  void anEntryOfAPackingListIsFoundById() {
    Answer answer =
        coordinator
            .ask(
                "{ packingListEntry(id: 1) { id state numberOfItems product { id } size { id } } }")
            .ok();

    assertThat(answer.text("/packingListEntry/state")).isEqualTo("NotStarted");
    assertThat(answer.text("/packingListEntry/numberOfItems")).isEqualTo("15");
    assertThat(answer.text("/packingListEntry/product/id")).isEqualTo("1001");
    assertThat(answer.text("/packingListEntry/size/id")).isEqualTo("1");
  }

  @Test
  void aSpotTellsItsPlaceAndItsEvents() {
    Answer answer =
        coordinator
            .ask(
                """
                { distributionSpot(id: 120) {
                  id name comment latitude longitude base { id } distributionEvents { id name }
                  boxes { totalCount elements { id location { __typename id } } }
                } }
                """)
            .ok();

    assertThat(answer.text("/distributionSpot/name")).isEqualTo("Harbour Steps");
    assertThat(answer.text("/distributionSpot/comment")).isEqualTo("By the blue railing");
    assertThat(answer.at("/distributionSpot/latitude").asDouble()).isEqualTo(10.5);
    assertThat(answer.at("/distributionSpot/longitude").asDouble()).isEqualTo(20.25);
    assertThat(answer.texts("/distributionSpot/distributionEvents", "id"))
        .containsExactly("1", "3", "6");
    assertThat(answer.at("/distributionSpot/boxes/totalCount").isInt()).isTrue();
    assertThat(answer.texts("/distributionSpot/boxes/elements", "location/__typename"))
        .doesNotContain("ClassicLocation");
  }

  @Test
  void aBoxStandingAtASpotIsThereAndInTheSpotsList() {
    DSLContext sql = server.sql();
    Integer shelf =
        sql.select(BOX.LOCATION_ID).from(BOX).where(BOX.ID.eq(1726)).fetchSingle().value1();
    sql.update(BOX).set(BOX.LOCATION_ID, 121).where(BOX.ID.eq(1726)).execute();
    try {
      Answer answer =
          coordinator
              .ask(
                  """
                  { box(labelIdentifier: "10001726") {
                    location { __typename id boxes { elements { id } } }
                  } }
                  """)
              .ok();

      assertThat(answer.text("/box/location/__typename")).isEqualTo("DistributionSpot");
      assertThat(answer.texts("/box/location/boxes/elements", "id")).containsExactly("1726");
    } finally {
      sql.update(BOX).set(BOX.LOCATION_ID, shelf).where(BOX.ID.eq(1726)).execute();
    }
  }

  @Test
  void aLocationOfAnotherTypeIsNullWithoutAnError() {
    Answer answer = coordinator.ask("{ distributionSpot(id: 101) { id } }").ok();

    assertThat(answer.at("/distributionSpot").isNull()).isTrue();
  }

  @Test
  void distributionSpotsAreLimitedToTheBasesOfTheUserAndIncludeDeletedOnes() {
    assertThat(
            coordinator.ask("{ distributionSpots { id } }").ok().texts("/distributionSpots", "id"))
        .containsExactly("120", "121", "122");
    assertThat(
            coordinatorOfBase4
                .ask("{ distributionSpots { id } }")
                .ok()
                .texts("/distributionSpots", "id"))
        .containsExactly("320", String.valueOf(OWN));
    assertThat(
            server
                .as(holding(Permission.LOCATION_READ, "base_2/"))
                .ask("{ distributionSpots { id } }")
                .ok()
                .at("/distributionSpots"))
        .isEmpty();
    assertThat(
            server
                .as(without(Permission.LOCATION_READ))
                .ask("{ distributionSpots { id } }")
                .errors())
        .containsExactly("FORBIDDEN distributionSpots");
  }

  @Test
  void theEventsOfABaseAreListedByTheirStates() {
    Answer answer =
        coordinator
            .ask(
                """
                { base(id: 1) {
                  distributionSpots { id }
                  all: distributionEvents { id }
                  noState: distributionEvents(states: []) { id }
                  completed: distributionEvents(states: [Completed, Packing]) { id }
                  distributionEventsBeforeReturnedFromDistributionState { id }
                  distributionEventsInReturnedFromDistributionState { id }
                } }
                """)
            .ok();

    assertThat(answer.texts("/base/distributionSpots", "id")).containsExactly("120", "121", "122");
    assertThat(answer.texts("/base/all", "id"))
        .containsExactly("1", "2", "3", "4", "5", "6", "7")
        .isEqualTo(answer.texts("/base/noState", "id"));
    assertThat(answer.texts("/base/completed", "id")).containsExactly("2", "6", "7");
    assertThat(answer.texts("/base/distributionEventsBeforeReturnedFromDistributionState", "id"))
        .containsExactly("1", "2", "3");
    assertThat(answer.texts("/base/distributionEventsInReturnedFromDistributionState", "id"))
        .containsExactly("4");
  }

  @Test
  void trackingGroupsTellTheirEventsAndWhatWasCounted() {
    Answer answer =
        coordinator
            .ask(
                """
                { distributionEventsTrackingGroup(id: 2) {
                    id state createdOn
                    distributionEvents { id distributionEventsTrackingGroup { id } }
                    distributionEventsTrackingEntries {
                      id product { id } size { id } numberOfItems dateTimeOfTracking flowDirection
                      distributionEventsTrackingGroup { id }
                    }
                  }
                  base(id: 1) {
                    distributionEventsTrackingGroups { id state }
                    open: distributionEventsTrackingGroups(states: [InProgress]) { id }
                    noState: distributionEventsTrackingGroups(states: []) { id }
                  }
                }
                """)
            .ok();
    String group = "/distributionEventsTrackingGroup";
    String entries = group + "/distributionEventsTrackingEntries";

    assertThat(answer.text(group + "/state")).isEqualTo("Completed");
    assertThat(answer.text(group + "/createdOn")).isEqualTo("2026-11-02T09:00:00+00:00");
    assertThat(answer.texts(group + "/distributionEvents", "id")).containsExactly("6", "7");
    assertThat(answer.texts(group + "/distributionEvents", "distributionEventsTrackingGroup/id"))
        .containsExactly("2", "2");
    assertThat(answer.texts(entries, "id")).containsExactly("5", "6", "7", "8", "9", "10");
    assertThat(answer.texts(entries, "flowDirection"))
        .containsExactly("Out", "Out", "In", "In", "BackToBox", "BackToBox");
    assertThat(answer.text(entries + "/3/dateTimeOfTracking"))
        .isEqualTo("2026-11-02T11:05:00+00:00");
    assertThat(answer.texts(entries, "distributionEventsTrackingGroup/id")).containsOnly("2");
    assertThat(answer.texts("/base/distributionEventsTrackingGroups", "id"))
        .containsExactly("1", "2")
        .isEqualTo(answer.texts("/base/noState", "id"));
    assertThat(answer.texts("/base/open", "id")).containsExactly("1");
  }

  @Test
  void theStateThatIsSpeltWithASpaceIsInProgress() {
    server
        .sql()
        .update(DISTRIBUTION_EVENTS_TRACKING_GROUP)
        .set(
            DISTRIBUTION_EVENTS_TRACKING_GROUP.STATE,
            DSL.defaultValue(DISTRIBUTION_EVENTS_TRACKING_GROUP.STATE))
        .where(DISTRIBUTION_EVENTS_TRACKING_GROUP.ID.eq(OWN))
        .execute();

    Answer answer =
        coordinatorOfBase4
            .ask("{ distributionEventsTrackingGroup(id: " + OWN + ") { state } }")
            .ok();

    assertThat(answer.text("/distributionEventsTrackingGroup/state")).isEqualTo("InProgress");
  }

  @Test
  void statisticsSumUpEachProductAndSizeOfAGroup() {
    Answer answer = coordinator.ask(STATISTICS.formatted(1)).ok();
    String list = "/base/distributionEventsStatistics";

    assertThat(answer.texts(list, "distroEventTrackingGroupId"))
        .containsExactly("1", "1", "1", "2", "2");
    assertThat(answer.texts(list, "productId"))
        .containsExactly("1001", "1004", "1012", "1001", "1012");
    assertThat(answer.texts(list, "sizeId")).containsExactly("1", "3", "2", "4", "1");
    assertThat(answer.texts(list, "outflow")).containsExactly("60", "45", "30", "80", "50");
    assertThat(answer.texts(list, "inflow")).containsExactly("0", "20", "0", "10", "25");
    assertThat(answer.texts(list, "involvedDistributionEventIds"))
        .containsExactly("5", "5", "5", "6,7", "6,7");
    assertThat(answer.texts(list, "potentiallyInvolvedDistributionSpots"))
        .contains("Old Station", "Harbour Steps, Football Field");
    assertThat(answer.text(list + "/3/earliestPossibleDistroDate"))
        .isEqualTo("2026-10-28 10:00:00");
    assertThat(answer.text(list + "/3/latestPossibleDistroDate")).isEqualTo("2026-10-30 13:00:00");
    assertThat(answer.texts(list, "genderLabel")).doesNotContain("", "null");
    assertThat(answer.texts(list, "categoryLabel")).doesNotContain("", "null");
    assertThat(answer.texts(list, "sizeLabel")).doesNotContain("", "null");
    assertThat(answer.at(list + "/0/productId").isTextual()).isTrue();
  }

  @Test
  void statisticsAddUpEntriesOfTheSameDirection() {
    Answer answer = coordinatorOfBase4.ask(STATISTICS.formatted(4)).ok();

    assertThat(answer.texts("/base/distributionEventsStatistics", "outflow"))
        .containsExactly("11", "1");
  }

  @Test
  void statisticsOfManyBasesAreOneStatement() {
    String query = "{ bases { distributionEventsStatistics { outflow } } }";

    assertThat(server.statementsOf(() -> server.as(TestUser.god()).ask(query).ok())).hasSize(2);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          { distributionEvent(id: 99) { id } }               | distributionEvent
          { distributionSpot(id: 99) { id } }                | distributionSpot
          { packingListEntry(id: 9999999) { id } }           | packingListEntry
          { distributionEventsTrackingGroup(id: 99) { id } } | distributionEventsTrackingGroup
          """)
  void anUnknownIdIsBadUserInput(String query, String field) {
    assertThat(server.as(TestUser.with()).ask(query).errors())
        .containsExactly("BAD_USER_INPUT " + field);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          distributionEvent(id: 2) { id }               | DISTRO_EVENT_READ       | distributionEvent
          distributionEventsTrackingGroup(id: 1) { id } | DISTRO_EVENT_READ       | distributionEventsTrackingGroup
          distributionSpot(id: 120) { id }              | LOCATION_READ           | distributionSpot
          packingListEntry(id: 1) { id }                | PACKING_LIST_ENTRY_READ | packingListEntry
          base(id: 1) { distributionSpots { id } }      | LOCATION_READ           | base/distributionSpots
          base(id: 1) { distributionEvents { id } }     | DISTRO_EVENT_READ       | base/distributionEvents
          base(id: 1) { distributionEventsBeforeReturnedFromDistributionState { id } } | DISTRO_EVENT_READ | base/distributionEventsBeforeReturnedFromDistributionState
          base(id: 1) { distributionEventsInReturnedFromDistributionState { id } } | DISTRO_EVENT_READ | base/distributionEventsInReturnedFromDistributionState
          base(id: 1) { distributionEventsStatistics { inflow } } | DISTRO_EVENT_READ | base/distributionEventsStatistics
          base(id: 1) { distributionEventsTrackingGroups { id } } | DISTRO_EVENT_READ | base/distributionEventsTrackingGroups
          distributionEvent(id: 2) { boxes { id } }     | STOCK_READ              | distributionEvent/boxes
          distributionEvent(id: 2) { unboxedItemsCollections { id } } | STOCK_READ | distributionEvent/unboxedItemsCollections
          distributionEvent(id: 2) { packingListEntries { id } } | PACKING_LIST_ENTRY_READ | distributionEvent/packingListEntries
          distributionEvent(id: 2) { distributionSpot { id } } | LOCATION_READ    | distributionEvent/distributionSpot
          distributionSpot(id: 120) { base { id } }     | BASE_READ               | distributionSpot/base
          distributionSpot(id: 120) { boxes { totalCount } } | STOCK_READ         | distributionSpot/boxes
          distributionSpot(id: 120) { distributionEvents { id } } | DISTRO_EVENT_READ | distributionSpot/distributionEvents
          packingListEntry(id: 1) { matchingPackedItemsCollections { id } } | STOCK_READ | packingListEntry/matchingPackedItemsCollections
          box(labelIdentifier: "10001734") { distributionEvent { distributionEventsTrackingGroup { id } } } | DISTRO_EVENT_READ | box/distributionEvent/distributionEventsTrackingGroup
          distributionEventsTrackingGroup(id: 2) { distributionEvents { distributionSpot { id } } } | LOCATION_READ | distributionEventsTrackingGroup/distributionEvents/0/distributionSpot, distributionEventsTrackingGroup/distributionEvents/1/distributionSpot
          """)
  void aGuardedFieldNeedsItsPermissionInTheRightBase(
      String field, Permission permission, String paths) {
    List<TestUser> users =
        List.of(
            without(permission), holding(permission, "base_2/"), holding(permission, "base_3/"));
    String[] errors =
        Arrays.stream(paths.split(", ", -1)).map("FORBIDDEN "::concat).toArray(String[]::new);

    coordinator.ask("{ " + field + " }").ok();
    for (TestUser user : users) {
      Answer answer = server.as(user).ask("{ " + field + " organisations { id } }");

      assertThat(answer.errors()).containsExactlyInAnyOrder(errors);
      assertThat(answer.at("/organisations")).hasSize(3);
    }
  }

  @Test
  void theRestOfAnEventIsShownWhereItsSpotIsForbidden() {
    Answer answer =
        server
            .as(without(Permission.LOCATION_READ))
            .ask("{ distributionEvent(id: 2) { name distributionSpot { id } boxes { id } } }");

    assertThat(answer.errors()).containsExactly("FORBIDDEN distributionEvent/distributionSpot");
    assertThat(answer.at("/distributionEvent/distributionSpot").isNull()).isTrue();
    assertThat(answer.text("/distributionEvent/name")).isEqualTo("Warm jackets");
    assertThat(answer.at("/distributionEvent/boxes")).hasSize(5);
  }

  @Test
  void productsAndLocationsAreHiddenFromUsersWhoMayNotReadThem() {
    String query =
        """
        { distributionEvent(id: 2) {
          packingListEntries { id product { id } size { id } }
          unboxedItemsCollections { id product { id } size { id } location { id } }
        } }
        """;
    TestUser user = TestUser.with("distro_event:read", "packing_list_entry:read", "stock:read");

    Answer answer = server.as(user).ask(query).ok();

    String items = "/distributionEvent/unboxedItemsCollections";
    assertThat(answer.texts("/distributionEvent/packingListEntries", "product"))
        .containsOnly("null");
    assertThat(answer.texts("/distributionEvent/packingListEntries", "size/id"))
        .contains("1", "2", "3", "4");
    assertThat(answer.texts(items, "product")).containsOnly("null");
    assertThat(answer.texts(items, "location")).containsOnly("null");
    assertThat(answer.texts(items, "size/id")).containsExactly("1", "2");
  }

  @Test
  void anEventWhoseRowsLeadToAnotherOrganisationHidesThatOrganisationsData() {
    Answer answer =
        coordinatorOfBase4
            .ask(
                """
                { distributionEvent(id: %d) {
                  name distributionSpot { name comment latitude } boxes { id }
                  packingListEntries { product { id } size { id } }
                  unboxedItemsCollections {
                    product { id } location { id } distributionEvent { id }
                  }
                } }
                """
                    .formatted(OWN))
            .ok();
    String event = "/distributionEvent";

    assertThat(answer.at(event + "/name").isNull()).isTrue();
    assertThat(answer.text(event + "/distributionSpot/name")).isEqualTo("Closed spot");
    assertThat(answer.text(event + "/distributionSpot/comment")).isEmpty();
    assertThat(answer.at(event + "/distributionSpot/latitude").isNull()).isTrue();
    assertThat(answer.at(event + "/boxes")).isEmpty();
    assertThat(answer.at(event + "/packingListEntries/0/product").isNull()).isTrue();
    assertThat(answer.text(event + "/packingListEntries/0/size/id")).isEqualTo("1");
    assertThat(answer.at(event + "/unboxedItemsCollections/0/product").isNull()).isTrue();
    assertThat(answer.at(event + "/unboxedItemsCollections/0/location").isNull()).isTrue();
    assertThat(answer.text(event + "/unboxedItemsCollections/0/distributionEvent/id"))
        .isEqualTo(String.valueOf(OWN));
  }

  @Test
  void anEntryOfAPackingListBelongsToTheBaseOfItsProduct() {
    String query =
        "{ packingListEntry(id: %d) { product { id } matchingPackedItemsCollections { id } } }"
            .formatted(OWN);

    assertThat(coordinatorOfBase4.ask(query).errors())
        .containsExactly("FORBIDDEN packingListEntry");
    Answer answer = server.as(TestUser.coordinator(9, 3, 5)).ask(query).ok();
    assertThat(answer.texts("/packingListEntry/matchingPackedItemsCollections", "id"))
        .containsExactly(String.valueOf(OWN));
  }

  @Test
  void aTrackedProductOfAnotherOrganisationIsForbidden() {
    Answer answer =
        coordinatorOfBase4.ask(
            """
            { distributionEventsTrackingGroup(id: %d) {
              distributionEventsTrackingEntries { id product { id } }
            } }
            """
                .formatted(OWN));

    assertThat(answer.errors())
        .containsExactly(
            "FORBIDDEN"
                + " distributionEventsTrackingGroup/distributionEventsTrackingEntries/0/product");
  }

  @Test
  void theEventOfABoxIsHiddenFromUsersOfOtherBases() {
    String query = "{ box(labelIdentifier: \"%s\") { id distributionEvent { id name } } }";

    Answer own = coordinator.ask(query.formatted("10001726")).ok();
    Answer unpacked = coordinator.ask(query.formatted("10001001")).ok();
    Answer ofOtherBase = coordinatorOfBase4.ask(query.formatted(BOX_OF_BASE_3)).ok();
    Answer ofOtherBaseForGod = server.as(TestUser.god()).ask(query.formatted(BOX_OF_BASE_3)).ok();

    assertThat(own.text("/box/distributionEvent/id")).isEqualTo("3");
    assertThat(unpacked.at("/box/distributionEvent").isNull()).isTrue();
    assertThat(ofOtherBase.at("/box/distributionEvent").isNull()).isTrue();
    assertThat(ofOtherBaseForGod.text("/box/distributionEvent/id")).isEqualTo("1");
  }

  @Test
  void theNumberOfStatementsDoesNotGrowWithTheEvents() {
    String query = "{ base(id: 1) { distributionEvents%s { " + EVENT_FIELDS + " } } }";
    List<String> one =
        server.statementsOf(() -> coordinator.ask(query.formatted("(states: [Packing])")).ok());
    List<String> many = server.statementsOf(() -> coordinator.ask(query.formatted("")).ok());

    assertThat(many).hasSameSizeAs(one).hasSizeLessThan(20);
  }

  @Test
  void theNumberOfStatementsDoesNotGrowWithTheTrackingGroups() {
    String query =
        """
        { base(id: 1) { distributionEventsTrackingGroups%s {
          id distributionEvents { id distributionSpot { id } }
          distributionEventsTrackingEntries {
            id product { id } size { id } distributionEventsTrackingGroup { id }
          }
        } } }
        """;
    List<String> one =
        server.statementsOf(() -> coordinator.ask(query.formatted("(states: [InProgress])")).ok());
    List<String> many = server.statementsOf(() -> coordinator.ask(query.formatted("")).ok());

    assertThat(many).hasSameSizeAs(one).hasSize(8);
  }

  private static TestUser without(Permission permission) {
    return TestUser.coordinator().without(permission);
  }

  /** The coordinator of base 1, who holds one permission with another prefix. */
  private static TestUser holding(Permission permission, String prefix) {
    return TestUser.with(
        Stream.concat(
                without(permission).permissions().stream(),
                Stream.of(prefix + permission.apiName()))
            .toArray(String[]::new));
  }
}
