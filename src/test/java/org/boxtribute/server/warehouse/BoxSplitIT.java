package org.boxtribute.server.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.boxtribute.server.persistence.schema.Tables.BOX;
import static org.boxtribute.server.security.Permission.STOCK_WRITE;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;
import org.boxtribute.server.testing.Answer;
import org.boxtribute.server.testing.Client;
import org.boxtribute.server.testing.Crowd;
import org.boxtribute.server.testing.TestServer;
import org.boxtribute.server.testing.TestUser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BoxSplitIT {
  private static final int SHELF = 101;
  private static final int DONATED = 105;
  private static final int DELETED_LOCATION = 108;
  private static final int SHELF_OF_OTHER_BASE = 201;
  private static final int SHELF_OF_OTHER_ORGANISATION = 301;
  private static final int UNKNOWN_ID = 987_654;
  private static final String DELETED_BOX = "10001005";
  private static final String BOX_FOR_SHIPMENT = "10001601";
  private static final String BOX_IN_TRANSIT = "10001611";
  private static final String SPLIT =
      """
      mutation ($input: BoxFromBoxCreationInput!) {
        createBoxFromBox(creationInput: $input) {
          __typename
          ... on Box {
            ...Row
            measureValue displayUnit { symbol } history { changes }
            sourceBox {
              labelIdentifier lastModifiedOn lastModifiedBy { id name } numberOfItems
              history { id changes changeDate user { id name } }
            }
          }
          ... on InsufficientPermissionError { permission: name }
          ... on ResourceDoesNotExistError { missing: name missingId: id }
          ... on UnauthorizedForBaseError { baseId: id baseName: name organisationName }
          ... on DeletedLocationError { deletedLocation: name }
          ... on DeletedBoxError { deletedBox: labelIdentifier }
          ... on InvalidBoxStateError { wrongState: state }
          ... on InvalidNumberOfItemsError { invalidNumberOfItems: numberOfItems }
        }
      }
      """
          + BoxTable.ROW_OF_THE_WEB_APP;

  private final TestServer server = TestServer.forWrites();
  private final BoxTable boxes = new BoxTable(server);
  private final Client coordinator = server.as(TestUser.coordinator());

  @Test
  void itemsAreTakenOutOfABoxAndPutIntoANewOne() {
    BoxRecord source = blankets();

    Answer answer = coordinator.ask(SPLIT, split(source, 3, DONATED)).ok();

    assertThat(answer.text("/createBoxFromBox/__typename")).isEqualTo("Box");
    assertThat(answer.text("/createBoxFromBox/labelIdentifier")).matches("[0-9]{8}");
    assertThat(answer.at("/createBoxFromBox/numberOfItems").asInt()).isEqualTo(3);
    assertThat(answer.text("/createBoxFromBox/location/id")).isEqualTo("105");
    assertThat(answer.text("/createBoxFromBox/state")).isEqualTo("Donated");
    assertThat(answer.text("/createBoxFromBox/product/id")).isEqualTo("1027");
    assertThat(answer.text("/createBoxFromBox/size/id")).isEqualTo("68");
    assertThat(answer.text("/createBoxFromBox/comment")).isEmpty();
    assertThat(answer.at("/createBoxFromBox/weight").isNull()).isTrue();
    assertThat(answer.at("/createBoxFromBox/monetaryValue").isNull()).isTrue();
    assertThat(answer.at("/createBoxFromBox/qrCode").isNull()).isTrue();
    assertThat(answer.at("/createBoxFromBox/tags")).isEmpty();
    assertThat(answer.text("/createBoxFromBox/createdBy/id")).isEqualTo("3");
    assertThat(answer.text("/createBoxFromBox/lastModifiedOn"))
        .isEqualTo(answer.text("/createBoxFromBox/createdOn"));
    assertThat(answer.text("/createBoxFromBox/sourceBox/labelIdentifier"))
        .isEqualTo(source.getLabelIdentifier());
    assertThat(answer.at("/createBoxFromBox/sourceBox/numberOfItems").asInt()).isEqualTo(7);
    assertThat(answer.text("/createBoxFromBox/sourceBox/lastModifiedBy/id")).isEqualTo("3");
  }

  @Test
  void theHistoryTellsOfAnEmptyBoxThatIsFilledAndMoved() {
    BoxRecord source = blankets();

    Answer answer = coordinator.ask(SPLIT, split(source, 3, DONATED)).ok();

    assertThat(boxes.history(source.getId())).containsExactly("items 10 7 by 3");
    assertThat(boxes.history(part(answer).getId()))
        .containsExactly(
            "Record created by 3",
            "items 0 3 by 3",
            "location_id 101 105 by 3",
            "box_state_id 1 5 by 3");
  }

  @Test
  void aPartThatStaysWhereItsSourceIsWasNotMoved() {
    BoxRecord source = blankets();

    Answer answer = coordinator.ask(SPLIT, split(source, 10, SHELF)).ok();

    assertThat(boxes.row(source.getLabelIdentifier()).getNumberOfItems()).isZero();
    assertThat(boxes.history(part(answer).getId()))
        .containsExactly("Record created by 3", "items 0 10 by 3");
  }

  @Test
  void noItemsMakeAnEmptyBoxAndLeaveTheSourceAsItIs() {
    BoxRecord source = blankets();

    Answer answer = coordinator.ask(SPLIT, split(source, 0, SHELF)).ok();

    assertThat(part(answer).getNumberOfItems()).isZero();
    assertThat(boxes.history(source.getId())).isEmpty();
    assertThat(boxes.row(source.getLabelIdentifier()).getLastModifiedOn())
        .isEqualTo(BoxTable.LONG_AGO);
  }

  @Test
  void theStateOfTheSourceIsNotThePartsBeforeItIsMoved() {
    BoxRecord source = blankets(box -> box.setState(BoxState.LOST));

    Answer answer = coordinator.ask(SPLIT, split(source, 1, SHELF)).ok();

    assertThat(part(answer).getState()).isEqualTo(BoxState.IN_STOCK);
    assertThat(boxes.row(source.getLabelIdentifier()).getState()).isEqualTo(BoxState.LOST);
  }

  @Test
  void theMeasureIsThatOfTheSource() {
    BoxRecord source =
        blankets(
            box -> {
              box.setProductId(1034);
              box.setSizeId(null);
              box.setDisplayUnitId(4);
              box.setMeasureValue(new BigDecimal("1.5"));
            });

    Answer answer = coordinator.ask(SPLIT, split(source, 1, SHELF)).ok();

    assertThat(part(answer).getMeasureValue()).isEqualByComparingTo(new BigDecimal("1.5"));
    assertThat(answer.at("/createBoxFromBox/measureValue").asDouble()).isEqualTo(1500);
    assertThat(answer.text("/createBoxFromBox/displayUnit/symbol")).isEqualTo("g");
  }

  @Test
  void moreItemsThanThereAreOrLessThanNoneAreRefused() {
    BoxRecord source = blankets();
    BoxRecord uncounted = blankets(box -> box.setNumberOfItems(null));

    for (int number : new int[] {11, -1, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
      assertThat(refused(split(source, number, SHELF), "InvalidNumberOfItemsError"))
          .isEqualTo(String.valueOf(number));
    }
    assertThat(refused(split(uncounted, 1, SHELF), "InvalidNumberOfItemsError")).isEqualTo("1");
  }

  @Test
  void aDeletedBoxOrLocationIsRefused() {
    BoxRecord source = blankets();

    assertThat(refused(split(DELETED_BOX, 0, SHELF), "DeletedBoxError")).isEqualTo(DELETED_BOX);
    assertThat(refused(split(source, 1, DELETED_LOCATION), "DeletedLocationError"))
        .isEqualTo("Garage");
  }

  @ParameterizedTest
  @ValueSource(strings = {BOX_FOR_SHIPMENT, BOX_IN_TRANSIT})
  void aBoxOnAShipmentIsRefused(String label) {
    assertThat(refused(split(label, 0, SHELF), "InvalidBoxStateError"))
        .isEqualTo(label.equals(BOX_IN_TRANSIT) ? "InTransit" : "MarkedForShipment");
  }

  @Test
  void anUnknownBoxOrLocationIsNamed() {
    BoxRecord source = blankets();

    Answer location =
        boxes.unchangedBy(() -> coordinator.ask(SPLIT, split(source, 1, UNKNOWN_ID)).ok());
    assertThat(location.text("/createBoxFromBox/missing")).isEqualTo("Location");
    assertThat(location.text("/createBoxFromBox/missingId")).isEqualTo("987654");
    for (String label : List.of("0", "00000000", "no such label at all", "", "📦")) {
      Answer box = boxes.unchangedBy(() -> coordinator.ask(SPLIT, split(label, 1, SHELF)).ok());
      assertThat(box.text("/createBoxFromBox/missing")).isEqualTo("Box");
      assertThat(box.text("/createBoxFromBox/missingId")).isEqualTo(label);
    }
  }

  @Test
  void thePartStaysInTheBaseOfItsSource() {
    BoxRecord source = blankets();

    Answer answer =
        boxes.unchangedBy(
            () ->
                server
                    .as(TestUser.coordinator().in(1, 2))
                    .ask(SPLIT, split(source, 1, SHELF_OF_OTHER_BASE)));

    assertThat(answer.errors()).containsExactly("BAD_USER_INPUT createBoxFromBox");
    assertThat(answer.at("/createBoxFromBox").isNull()).isTrue();
  }

  @Test
  void splittingNeedsThePermission() {
    BoxRecord source = blankets();

    Answer answer =
        boxes.unchangedBy(
            () ->
                server
                    .as(TestUser.coordinator().without(STOCK_WRITE))
                    .ask(SPLIT, split(source, 1, SHELF))
                    .ok());

    assertThat(answer.text("/createBoxFromBox/permission")).isEqualTo("stock:write");
  }

  @Test
  void splittingNeedsThePermissionForTheLocationAndForTheSource() {
    BoxRecord source = blankets();
    TestUser ofOtherBase = TestUser.coordinator(6, 1, 2);

    assertUnauthorized(TestUser.coordinator(), split(source, 1, SHELF_OF_OTHER_BASE), "2");
    assertUnauthorized(TestUser.coordinator(), split(source, 1, SHELF_OF_OTHER_ORGANISATION), "3");
    assertUnauthorized(ofOtherBase, split(source, 1, SHELF_OF_OTHER_BASE), "1");
    assertUnauthorized(TestUser.coordinator(7, 2, 3), split(source, 1, SHELF), "1");
  }

  @Test
  void splittingNeedsTheBetaLevel() {
    BoxRecord source = blankets();

    Answer refused =
        boxes.unchangedBy(
            () ->
                server
                    .as(TestUser.coordinator().atBetaLevel(4))
                    .ask(SPLIT, split(source, 1, SHELF)));

    assertThat(refused.status()).isEqualTo(400);
    server.as(TestUser.coordinator().atBetaLevel(5)).ask(SPLIT, split(source, 1, SHELF)).ok();
  }

  @Test
  void manyWhoTakeItemsOutOfOneBoxTakeNoMoreThanThereAre() {
    BoxRecord source = blankets();

    List<Answer> answers =
        Crowd.asks(32, number -> coordinator.ask(SPLIT, split(source, 1, SHELF)).ok());

    assertThat(answers)
        .filteredOn(answer -> answer.text("/createBoxFromBox/__typename").equals("Box"))
        .hasSize(10);
    assertThat(answers)
        .filteredOn(answer -> answer.at("/createBoxFromBox/invalidNumberOfItems").isInt())
        .hasSize(22);
    assertThat(boxes.row(source.getLabelIdentifier()).getNumberOfItems()).isZero();
    assertThat(server.sql().fetchCount(BOX, BOX.SOURCE_BOX_ID.eq(source.getId()))).isEqualTo(10);
    assertThat(boxes.history(source.getId()))
        .hasSize(10)
        .startsWith("items 10 9 by 3")
        .endsWith("items 1 0 by 3");
  }

  /** Asks for what is refused, and gives back the only other field of the answer. */
  private String refused(Map<String, Object> variables, String error) {
    Answer answer = boxes.unchangedBy(() -> server.as(TestUser.god()).ask(SPLIT, variables).ok());
    assertThat(answer.text("/createBoxFromBox/__typename")).isEqualTo(error);
    assertThat(answer.at("/createBoxFromBox").size()).isEqualTo(2);
    return List.copyOf(answer.at("/createBoxFromBox").properties()).getLast().getValue().asText();
  }

  private void assertUnauthorized(TestUser user, Map<String, Object> variables, String base) {
    Answer answer = boxes.unchangedBy(() -> server.as(user).ask(SPLIT, variables).ok());
    assertThat(answer.text("/createBoxFromBox/baseId")).isEqualTo(base);
    assertThat(answer.text("/createBoxFromBox/baseName")).isNotEmpty();
    assertThat(answer.text("/createBoxFromBox/organisationName")).isNotEmpty();
  }

  private BoxRecord part(Answer answer) {
    return boxes.row(answer.text("/createBoxFromBox/labelIdentifier"));
  }

  private BoxRecord blankets() {
    return blankets(box -> {});
  }

  private BoxRecord blankets(Consumer<BoxRecord> change) {
    return boxes.blankets(
        box -> {
          box.setWeight(BigDecimal.TEN);
          change.accept(box);
        });
  }

  private static Map<String, Object> split(BoxRecord source, int numberOfItems, int location) {
    return split(source.getLabelIdentifier(), numberOfItems, location);
  }

  private static Map<String, Object> split(String source, int numberOfItems, int location) {
    return Map.of(
        "input",
        Map.of(
            "sourceBoxLabelIdentifier",
            source,
            "numberOfItems",
            numberOfItems,
            "locationId",
            location));
  }
}
