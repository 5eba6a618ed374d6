package org.boxtribute.server.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.boxtribute.server.security.Permission.LOCATION_READ;
import static org.boxtribute.server.security.Permission.PRODUCT_READ;
import static org.boxtribute.server.security.Permission.STOCK_WRITE;
import static org.boxtribute.server.security.Permission.TAG_READ;
import static org.boxtribute.server.security.Permission.TAG_RELATION_ASSIGN;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;
import org.boxtribute.server.persistence.schema.tables.records.TagRecord;
import org.boxtribute.server.testing.Answer;
import org.boxtribute.server.testing.Client;
import org.boxtribute.server.testing.Crowd;
import org.boxtribute.server.testing.TestServer;
import org.boxtribute.server.testing.TestUser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BoxUpdateIT {
  private static final int SHELF = 101;
  private static final int OTHER_SHELF = 102;
  private static final int DONATED = 105;
  private static final int DELETED_LOCATION = 108;
  private static final int SHELF_OF_OTHER_BASE = 201;
  private static final int SHELF_OF_OTHER_ORGANISATION = 301;
  private static final int BLANKETS = 1027;
  private static final int JACKETS = 1012;
  private static final int RICE = 1034;
  private static final int LENTILS = 1035;
  private static final int OIL = 1036;
  private static final int DELETED_PRODUCT = 1506;
  private static final int BLANKETS_OF_OTHER_BASE = 2027;
  private static final int BLANKETS_OF_OTHER_ORGANISATION = 3027;
  private static final int SMALL = 1;
  private static final int ONE_SIZE = 68;
  private static final int LITER = 2;
  private static final int GRAM = 4;
  private static final int POUND = 7;
  private static final int DELETED_TAG = 108;
  private static final int BENEFICIARY_TAG = 104;
  private static final int UNKNOWN_ID = 987_654;
  private static final String UPDATE =
      """
      mutation ($input: BoxUpdateInput) {
        updateBox(updateInput: $input) {
          id state numberOfItems comment weight monetaryValue measureValue
          displayUnit { symbol } product { id } size { id } location { id }
          tags { id name } lastModifiedOn lastModifiedBy { id }
        }
      }
      """;

  private final TestServer server = TestServer.forWrites();
  private final BoxTable boxes = new BoxTable(server);
  private final Client coordinator = server.as(TestUser.coordinator());

  @ParameterizedTest
  @ValueSource(strings = {"MarkedForShipment", "InTransit", "Receiving", "NotDelivered"})
  void aStateThatOnlyAShipmentGivesIsRefused(String state) {
    BoxRecord box = blankets();

    Answer answer =
        boxes.unchangedBy(
            () -> coordinator.ask(UPDATE, input(box, Map.of("state", state, "numberOfItems", 3))));

    assertThat(answer.errors()).containsExactly("BAD_USER_INPUT updateBox");
    assertThat(answer.body().at("/errors/0/extensions/description").asText())
        .contains("'" + state + "'");
  }

  @Test
  void allThatIsGivenChangesAndTheHistoryTellsOfEach() {
    BoxRecord box = blankets();
    Map<String, Object> change = new HashMap<>();
    change.put("productId", JACKETS);
    change.put("sizeId", SMALL);
    change.put("numberOfItems", 7777);
    change.put("locationId", OTHER_SHELF);
    change.put("comment", "Wärmer, \"neu\"");
    change.put("state", "Scrap");
    change.put("weight", 7.8);
    change.put("monetaryValue", 10.11);

    Answer answer = coordinator.ask(UPDATE, input(box, change)).ok();

    assertThat(answer.text("/updateBox/product/id")).isEqualTo("1012");
    assertThat(answer.text("/updateBox/size/id")).isEqualTo("1");
    assertThat(answer.at("/updateBox/numberOfItems").asInt()).isEqualTo(7777);
    assertThat(answer.text("/updateBox/location/id")).isEqualTo("102");
    assertThat(answer.text("/updateBox/comment")).isEqualTo("Wärmer, \"neu\"");
    assertThat(answer.text("/updateBox/state")).isEqualTo("Scrap");
    assertThat(answer.at("/updateBox/weight").asDouble()).isEqualTo(7.8);
    assertThat(answer.at("/updateBox/monetaryValue").asDouble()).isEqualTo(10.11);
    assertThat(answer.text("/updateBox/lastModifiedBy/id")).isEqualTo("3");
    assertThat(boxes.history(box.getId()))
        .containsExactly(
            "product_id 1027 1012 by 3",
            "size_id 68 1 by 3",
            "items 10 7777 by 3",
            "location_id 101 102 by 3",
            "comments changed from \"\" to \"Wärmer, \"neu\"\"; by 3",
            "box_state_id 1 6 by 3",
            "changed weight from \"\" to 7.80kg 7.8 by 3",
            "changed monetary value from \"\" to 10.11€ 10.11 by 3");
  }

  @Test
  void whatIsAbsentOrNullStaysAsItIs() {
    BoxRecord box =
        blankets(
            it -> {
              it.setComment("Keep");
              it.setWeight(new BigDecimal("2.5"));
            });
    boxes.tag(box, 101);
    Map<String, Object> nothing = new HashMap<>();
    for (String field :
        List.of(
            "productId",
            "sizeId",
            "displayUnitId",
            "measureValue",
            "numberOfItems",
            "weight",
            "monetaryValue",
            "locationId",
            "comment",
            "state",
            "tagIds",
            "newTagNames")) {
      nothing.put(field, null);
    }

    boxes.unchangedBy(() -> coordinator.ask(UPDATE, input(box, Map.of())).ok());
    boxes.unchangedBy(() -> coordinator.ask(UPDATE, input(box, nothing)).ok());
    Answer same =
        boxes.unchangedBy(
            () ->
                coordinator
                    .ask(
                        UPDATE,
                        input(
                            box,
                            Map.of(
                                "productId",
                                BLANKETS,
                                "sizeId",
                                ONE_SIZE,
                                "locationId",
                                SHELF,
                                "comment",
                                "Keep",
                                "weight",
                                2.50,
                                "state",
                                "InStock",
                                "tagIds",
                                List.of(101))))
                    .ok());
    assertThat(Instant.parse(same.text("/updateBox/lastModifiedOn"))).isEqualTo(BoxTable.LONG_AGO);
  }

  @Test
  void aNewLocationGivesItsState() {
    BoxRecord box = blankets();

    assertThat(stateAfter(box, Map.of("locationId", DONATED))).isEqualTo("Donated");
    assertThat(stateAfter(box, Map.of("locationId", SHELF))).isEqualTo("InStock");
    assertThat(boxes.history(box.getId()))
        .containsExactly(
            "location_id 101 105 by 3",
            "box_state_id 1 5 by 3",
            "location_id 105 101 by 3",
            "box_state_id 5 1 by 3");
  }

  @Test
  void aGivenStateBeatsTheLocations() {
    BoxRecord box = blankets();

    assertThat(stateAfter(box, Map.of("locationId", DONATED, "state", "Lost"))).isEqualTo("Lost");
    assertThat(stateAfter(box, Map.of("state", "Scrap"))).isEqualTo("Scrap");
  }

  @Test
  void changedTagsAloneCountAsAChangeWithoutAnEntry() {
    BoxRecord box = blankets();
    boxes.tag(box, 101, 102);

    Answer answer = coordinator.ask(UPDATE, input(box, Map.of("tagIds", List.of(102, 106)))).ok();

    assertThat(answer.texts("/updateBox/tags", "id")).containsExactly("102", "106");
    assertThat(boxes.removedTags(box.getId())).containsExactly("101 by 3");
    assertThat(boxes.history(box.getId())).isEmpty();
    assertThat(row(box).getLastModifiedOn()).isAfter(BoxTable.LONG_AGO);
    assertThat(row(box).getLastModifiedBy()).isEqualTo(3);
  }

  @Test
  void anEmptyListTakesAllTagsOff() {
    BoxRecord box = blankets();
    boxes.tag(box, 101, DELETED_TAG, BENEFICIARY_TAG);

    coordinator.ask(UPDATE, input(box, Map.of("tagIds", List.of()))).ok();

    assertThat(boxes.tags(box.getId())).isEmpty();
    assertThat(row(box).getLastModifiedBy()).isEqualTo(3);
  }

  @Test
  void newTagsAloneDoNotCountAsAChange() {
    BoxRecord box = blankets();
    boxes.tag(box, 101);

    Answer answer =
        coordinator.ask(UPDATE, input(box, Map.of("newTagNames", List.of("Neu", "Neu")))).ok();

    assertThat(answer.texts("/updateBox/tags", "name")).containsExactly("Priority", "Neu");
    assertThat(row(box).getLastModifiedOn()).isEqualTo(BoxTable.LONG_AGO);
    assertThat(row(box).getLastModifiedBy()).isEqualTo(4);
    assertThat(boxes.history(box.getId())).isEmpty();
    TagRecord tag = boxes.tags(box.getId()).getLast();
    assertThat(boxes.history("tags", tag.getId())).containsExactly("Record created by 3");
  }

  @Test
  void newTagsStayWhereAllOthersAreTakenOff() {
    BoxRecord box = blankets();
    boxes.tag(box, 101);

    Answer answer =
        coordinator
            .ask(UPDATE, input(box, Map.of("tagIds", List.of(), "newTagNames", List.of("Only"))))
            .ok();

    assertThat(answer.texts("/updateBox/tags", "name")).containsExactly("Only");
  }

  @Test
  void tagsThatAreNotThereArePassedOver() {
    BoxRecord box = blankets();
    boxes.tag(box, 101);

    Answer answer =
        boxes.unchangedBy(
            () ->
                coordinator
                    .ask(
                        UPDATE,
                        input(box, Map.of("tagIds", List.of(101, UNKNOWN_ID, 0, DELETED_TAG))))
                    .ok());

    assertThat(answer.texts("/updateBox/tags", "id")).containsExactly("101");
  }

  @Test
  void tagsThatABoxHasThoughItShouldNotMayStay() {
    BoxRecord box = blankets();
    boxes.tag(box, DELETED_TAG, BENEFICIARY_TAG);

    boxes.unchangedBy(
        () ->
            coordinator
                .ask(UPDATE, input(box, Map.of("tagIds", List.of(DELETED_TAG, BENEFICIARY_TAG))))
                .ok());
  }

  @Test
  void theMeasureIsGivenAndToldInTheDisplayUnit() {
    BoxRecord box = rice();

    Answer inPounds = coordinator.ask(UPDATE, input(box, Map.of("displayUnitId", POUND))).ok();
    Answer threePounds = coordinator.ask(UPDATE, input(box, Map.of("measureValue", 3))).ok();
    Answer inGrams =
        coordinator
            .ask(UPDATE, input(box, Map.of("displayUnitId", GRAM, "measureValue", 1000)))
            .ok();

    assertThat(inPounds.at("/updateBox/measureValue").asDouble()).isEqualTo(1.5 * 2.2046);
    assertThat(inPounds.text("/updateBox/displayUnit/symbol")).isEqualTo("lb");
    assertThat(threePounds.at("/updateBox/measureValue").asDouble()).isEqualTo(3);
    assertThat(inGrams.at("/updateBox/measureValue").asDouble()).isEqualTo(1000);
    assertThat(row(box).getMeasureValue()).isEqualByComparingTo(BigDecimal.ONE);
    assertThat(boxes.history(box.getId()))
        .containsExactly(
            "display_unit_id 4 7 by 3",
            "changed units of measure from 3.31lb to 3.00lb 1.5 1.36079 by 3",
            "display_unit_id 7 4 by 3",
            "changed units of measure from 3.00lb to 1000.00g 1.36079 1.0 by 3");
  }

  @Test
  void aSizedProductGivesWayToAMeasuredOneAndBack() {
    BoxRecord box = blankets();

    coordinator
        .ask(
            UPDATE,
            input(box, Map.of("productId", RICE, "displayUnitId", GRAM, "measureValue", 250)))
        .ok();
    BoxRecord measured = row(box);
    coordinator.ask(UPDATE, input(box, Map.of("productId", JACKETS, "sizeId", SMALL))).ok();

    assertThat(measured.getSizeId()).isNull();
    assertThat(measured.getMeasureValue()).isEqualByComparingTo(new BigDecimal("0.25"));
    assertThat(row(box).getMeasureValue()).isNull();
    assertThat(row(box).getDisplayUnitId()).isNull();
    assertThat(boxes.history(box.getId()))
        .containsExactly(
            "product_id 1027 1034 by 3",
            "size_id 68 by 3",
            "display_unit_id 4 by 3",
            "changed units of measure from \"\" to 250.00g 0.25 by 3",
            "product_id 1034 1012 by 3",
            "size_id 1 by 3",
            "display_unit_id 4 by 3",
            "changed units of measure from 250.00g to \"\" 0.25 by 3");
  }

  @Test
  void anotherMeasuredProductKeepsTheMeasure() {
    BoxRecord box = rice();

    coordinator.ask(UPDATE, input(box, Map.of("productId", LENTILS))).ok();

    assertThat(row(box).getMeasureValue()).isEqualByComparingTo(new BigDecimal("1.5"));
    assertThat(boxes.history(box.getId())).containsExactly("product_id 1034 1035 by 3");
  }

  static Stream<Map<String, Object>> refusedForBlankets() {
    return Stream.of(
        Map.of("numberOfItems", -1),
        Map.of("weight", -1),
        Map.of("weight", 1e18),
        Map.of("monetaryValue", -0.01),
        Map.of("comment", "x".repeat(70_000)),
        Map.of("newTagNames", List.of("")),
        Map.of("newTagNames", List.of("x".repeat(256))),
        Map.of("productId", UNKNOWN_ID),
        Map.of("productId", DELETED_PRODUCT),
        Map.of("locationId", UNKNOWN_ID),
        Map.of("locationId", DELETED_LOCATION),
        Map.of("sizeId", UNKNOWN_ID),
        Map.of("displayUnitId", GRAM),
        Map.of("measureValue", 100),
        Map.of("productId", JACKETS, "displayUnitId", GRAM),
        Map.of("productId", JACKETS, "measureValue", 100),
        Map.of("productId", RICE),
        Map.of("productId", RICE, "sizeId", ONE_SIZE),
        Map.of("productId", RICE, "measureValue", 1000),
        Map.of("productId", RICE, "displayUnitId", GRAM),
        Map.of("productId", RICE, "displayUnitId", GRAM, "measureValue", -1000),
        Map.of("productId", RICE, "displayUnitId", LITER, "measureValue", 1000),
        Map.of("tagIds", List.of(BENEFICIARY_TAG)));
  }

  @ParameterizedTest
  @MethodSource("refusedForBlankets")
  void whatCannotBeIsBadInputAndChangesNothing(Map<String, Object> change) {
    assertBadInput(blankets(), change);
  }

  static Stream<Map<String, Object>> refusedForRice() {
    return Stream.of(
        Map.of("sizeId", ONE_SIZE),
        Map.of("measureValue", -50),
        Map.of("measureValue", 1e21),
        Map.of("displayUnitId", LITER),
        Map.of("displayUnitId", UNKNOWN_ID),
        Map.of("productId", OIL),
        Map.of("productId", LENTILS, "sizeId", ONE_SIZE),
        Map.of("productId", JACKETS),
        Map.of("productId", JACKETS, "sizeId", SMALL, "measureValue", 100),
        Map.of("productId", JACKETS, "sizeId", SMALL, "displayUnitId", GRAM));
  }

  @ParameterizedTest
  @MethodSource("refusedForRice")
  void aMeasuredProductHasNoSizeAndNoUnitOfAnotherDimension(Map<String, Object> change) {
    assertBadInput(rice(), change);
  }

  @Test
  void aDeletedProductAndLocationThatABoxHasAlreadyMayStay() {
    BoxRecord box =
        blankets(
            it -> {
              it.setProductId(DELETED_PRODUCT);
              it.setLocationId(DELETED_LOCATION);
            });

    coordinator
        .ask(
            UPDATE,
            input(
                box,
                Map.of(
                    "productId", DELETED_PRODUCT,
                    "sizeId", ONE_SIZE,
                    "locationId", DELETED_LOCATION,
                    "numberOfItems", 11)))
        .ok();

    assertThat(boxes.history(box.getId())).containsExactly("items 10 11 by 3");
  }

  @Test
  void aBoxStaysInItsBase() {
    BoxRecord box = blankets();
    Client client = server.as(TestUser.coordinator().in(1, 2));

    for (Map<String, Object> change :
        List.<Map<String, Object>>of(
            Map.of("locationId", SHELF_OF_OTHER_BASE),
            Map.of("productId", BLANKETS_OF_OTHER_BASE),
            Map.of("locationId", SHELF, "productId", BLANKETS_OF_OTHER_BASE),
            Map.of("locationId", SHELF_OF_OTHER_BASE, "productId", BLANKETS),
            Map.of("locationId", SHELF_OF_OTHER_BASE, "productId", BLANKETS_OF_OTHER_BASE),
            Map.of("tagIds", List.of(201)),
            Map.of("tagIds", List.of(101, 201)))) {
      Answer answer = boxes.unchangedBy(() -> client.ask(UPDATE, input(box, change)));
      assertThat(answer.errors()).containsExactly("BAD_USER_INPUT updateBox");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"10001005", "10001601", "10001611", "no such box", "", "no such box 😀"})
  void onlyABoxInTheWarehouseChanges(String label) {
    Answer answer =
        boxes.unchangedBy(
            () ->
                server
                    .as(TestUser.god())
                    .ask(
                        UPDATE,
                        Map.of("input", Map.of("labelIdentifier", label, "state", "InStock"))));

    assertThat(answer.errors()).containsExactly("BAD_USER_INPUT updateBox");
  }

  @ParameterizedTest
  @ValueSource(strings = {"LOST", "DONATED", "SCRAP", "IN_STOCK"})
  void aBoxInAnyStateOfTheWarehouseChanges(String state) {
    BoxRecord box = blankets(it -> it.setState(BoxState.valueOf(state)));

    coordinator.ask(UPDATE, input(box, Map.of("numberOfItems", 3))).ok();

    assertThat(boxes.history(box.getId())).containsExactly("items 10 3 by 3");
  }

  @Test
  void theInputIsRequired() {
    assertThat(coordinator.ask(UPDATE).errors()).containsExactly("BAD_USER_INPUT updateBox");
  }

  @Test
  void updatingNeedsThePermissions() {
    BoxRecord box = blankets();

    assertForbidden(TestUser.coordinator().without(STOCK_WRITE), box, Map.of());
    assertForbidden(TestUser.coordinator().without(TAG_RELATION_ASSIGN), box, Map.of());
    assertForbidden(
        TestUser.coordinator().without(LOCATION_READ), box, Map.of("locationId", OTHER_SHELF));
    assertForbidden(
        TestUser.coordinator().without(PRODUCT_READ), box, Map.of("productId", BLANKETS));
    assertForbidden(TestUser.coordinator().without(TAG_READ), box, Map.of("tagIds", List.of(101)));
    server
        .as(TestUser.with("stock:write", "tag_relation:assign"))
        .ask(
            "mutation ($input: BoxUpdateInput) { updateBox(updateInput: $input) { id } }",
            input(box, Map.of("numberOfItems", 4, "newTagNames", List.of("Any"))))
        .ok();
  }

  @Test
  void updatingNeedsThePermissionsForTheBase() {
    BoxRecord box = blankets();

    assertForbidden(TestUser.coordinator(6, 1, 2), box, Map.of("numberOfItems", 1));
    assertForbidden(TestUser.coordinator(7, 2, 3), box, Map.of("numberOfItems", 1));
    for (Map<String, Object> change :
        List.<Map<String, Object>>of(
            Map.of("locationId", SHELF_OF_OTHER_BASE),
            Map.of("locationId", SHELF_OF_OTHER_ORGANISATION),
            Map.of("productId", BLANKETS_OF_OTHER_BASE),
            Map.of("productId", BLANKETS_OF_OTHER_ORGANISATION),
            Map.of("tagIds", List.of(201)),
            Map.of("tagIds", List.of(101, 301)))) {
      assertForbidden(TestUser.coordinator(), box, change);
    }
  }

  @Test
  void updatingIsOpenAtEveryBetaLevel() {
    BoxRecord box = blankets();

    server
        .as(TestUser.coordinator().atBetaLevel(0))
        .ask(UPDATE, input(box, Map.of("numberOfItems", 5)))
        .ok();
  }

  @Test
  void manyWhoChangeDifferentThingsOfOneBoxLoseNothing() {
    BoxRecord box = blankets();
    List<Map<String, Object>> changes =
        List.of(
            Map.of("numberOfItems", 99),
            Map.of("comment", "changed"),
            Map.of("weight", 12.5),
            Map.of("monetaryValue", 3),
            Map.of("locationId", OTHER_SHELF),
            Map.of("productId", JACKETS),
            Map.of("sizeId", SMALL));

    Crowd.asks(
        32,
        number ->
            coordinator
                .ask(
                    UPDATE,
                    input(
                        box,
                        number < changes.size()
                            ? changes.get(number)
                            : Map.of("newTagNames", List.of("at once " + number))))
                .ok());

    assertThat(boxes.history(box.getId()))
        .containsExactlyInAnyOrder(
            "product_id 1027 1012 by 3",
            "size_id 68 1 by 3",
            "items 10 99 by 3",
            "location_id 101 102 by 3",
            "comments changed from \"\" to \"changed\"; by 3",
            "changed weight from \"\" to 12.50kg 12.5 by 3",
            "changed monetary value from \"\" to 3.00€ 3.0 by 3");
    BoxRecord after = row(box);
    assertThat(after.getNumberOfItems()).isEqualTo(99);
    assertThat(after.getComment()).isEqualTo("changed");
    assertThat(after.getWeight()).isEqualByComparingTo(new BigDecimal("12.5"));
    assertThat(after.getLocationId()).isEqualTo(OTHER_SHELF);
    assertThat(after.getProductId()).isEqualTo(JACKETS);
    assertThat(after.getSizeId()).isEqualTo(SMALL);
    assertThat(boxes.tags(box.getId()))
        .extracting(TagRecord::getName)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(changes.size(), 32).mapToObj(number -> "at once " + number).toList());
  }

  @Test
  void manyWhoReplaceTheTagsOfOneBoxLeaveItWithThoseOfOneOfThem() {
    BoxRecord box = blankets();

    Crowd.asks(
        32,
        number ->
            coordinator
                .ask(
                    UPDATE,
                    input(box, Map.of("tagIds", number % 2 == 0 ? List.of(101) : List.of(102))))
                .ok());

    assertThat(boxes.tags(box.getId())).hasSize(1);
  }

  @Test
  void eachChangeOfOneNumberStartsFromTheOneBefore() {
    BoxRecord box = blankets();

    Crowd.asks(
        32,
        number -> coordinator.ask(UPDATE, input(box, Map.of("numberOfItems", 100 + number))).ok());

    int previous = 10;
    for (String entry : boxes.history(box.getId())) {
      assertThat(entry).startsWith("items " + previous + " ");
      previous = Integer.parseInt(entry.split(" ", -1)[2]);
    }
    assertThat(boxes.history(box.getId())).hasSize(32);
    assertThat(row(box).getNumberOfItems()).isEqualTo(previous);
  }

  @Test
  void theMutationsOfTheWebAppRunWhole() {
    BoxRecord box = blankets();
    String history = "history { id changes changeDate user { id name } }";
    String changed = "labelIdentifier lastModifiedOn lastModifiedBy { id name } " + history;

    Answer items =
        coordinator
            .ask(
                """
                mutation ($label: String!, $items: Int!) {
                  updateBox(updateInput: {labelIdentifier: $label, numberOfItems: $items}) {
                    %s numberOfItems
                  }
                }
                """
                    .formatted(changed),
                Map.of("label", box.getLabelIdentifier(), "items", 4))
            .ok();
    Answer state =
        coordinator
            .ask(
                """
                mutation ($label: String!, $state: BoxState!) {
                  updateBox(updateInput: {labelIdentifier: $label, state: $state}) { %s state }
                }
                """
                    .formatted(changed),
                Map.of("label", box.getLabelIdentifier(), "state", "Lost"))
            .ok();
    Answer location =
        coordinator
            .ask(
                """
                mutation ($label: String!, $location: Int!) {
                  updateBox(updateInput: {labelIdentifier: $label, locationId: $location}) {
                    %s state
                    location {
                      __typename id name
                      ... on ClassicLocation { defaultBoxState }
                      base { locations { id name seq ... on ClassicLocation { defaultBoxState } } }
                    }
                  }
                }
                """
                    .formatted(changed),
                Map.of("label", box.getLabelIdentifier(), "location", DONATED))
            .ok();

    assertThat(items.text("/updateBox/history/0/changes"))
        .isEqualTo("changed the number of items from 10 to 4");
    assertThat(state.text("/updateBox/history/0/changes")).startsWith("changed box state from");
    assertThat(location.at("/updateBox/location/base/locations").size()).isGreaterThan(5);
    assertThat(location.texts("/updateBox/history", "changes"))
        .contains("changed box location from Shelf A to Donated");
  }

  @Test
  void theFormOfTheWebAppRunsWhole() {
    BoxRecord box = blankets();
    Map<String, Object> variables = new HashMap<>();
    variables.put("label", box.getLabelIdentifier());
    variables.put("product", BLANKETS);
    variables.put("location", SHELF);
    variables.put("items", 25);
    variables.put("size", ONE_SIZE);
    variables.put("weight", null);
    variables.put("comment", "From the form");
    variables.put("tags", List.of(101));
    variables.put("newTags", List.of());

    coordinator
        .ask(
            """
            mutation (
              $label: String!, $product: Int!, $location: Int!, $items: Int!, $size: Int!, $weight: Float
              $value: Float, $comment: String, $tags: [Int!], $newTags: [String!]
            ) {
              updateBox(updateInput: {
                labelIdentifier: $label, productId: $product, numberOfItems: $items, sizeId: $size
                locationId: $location, weight: $weight, monetaryValue: $value, comment: $comment
                tagIds: $tags, newTagNames: $newTags
              }) { labelIdentifier }
            }
            """,
            variables)
        .ok();

    assertThat(boxes.history(box.getId()))
        .containsExactly(
            "items 10 25 by 3", "comments changed from \"\" to \"From the form\"; by 3");
    assertThat(boxes.tags(box.getId())).extracting(TagRecord::getId).containsExactly(101);
  }

  private String stateAfter(BoxRecord box, Map<String, Object> change) {
    return coordinator.ask(UPDATE, input(box, change)).ok().text("/updateBox/state");
  }

  private void assertBadInput(BoxRecord box, Map<String, Object> change) {
    Map<String, Object> all = new HashMap<>(Map.of("newTagNames", List.of("never")));
    all.putAll(change);
    Answer answer = boxes.unchangedBy(() -> coordinator.ask(UPDATE, input(box, all)));
    assertThat(answer.errors()).containsExactly("BAD_USER_INPUT updateBox");
    assertThat(answer.at("/updateBox").isNull()).isTrue();
  }

  private void assertForbidden(TestUser user, BoxRecord box, Map<String, Object> change) {
    Answer answer = boxes.unchangedBy(() -> server.as(user).ask(UPDATE, input(box, change)));
    assertThat(answer.errors()).containsExactly("FORBIDDEN updateBox");
  }

  private BoxRecord row(BoxRecord box) {
    return boxes.row(box.getLabelIdentifier());
  }

  private BoxRecord blankets() {
    return blankets(box -> {});
  }

  private BoxRecord blankets(Consumer<BoxRecord> change) {
    return boxes.blankets(change);
  }

  private BoxRecord rice() {
    return blankets(
        box -> {
          box.setProductId(RICE);
          box.setSizeId(null);
          box.setDisplayUnitId(GRAM);
          box.setMeasureValue(new BigDecimal("1.5"));
        });
  }

  private static Map<String, Object> input(BoxRecord box, Map<String, Object> change) {
    Map<String, Object> input = new HashMap<>(change);
    input.put("labelIdentifier", box.getLabelIdentifier());
    return Map.of("input", input);
  }
}
