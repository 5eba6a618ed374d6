package org.boxtribute.server.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.boxtribute.server.security.Permission.SHIPMENT_DETAIL_WRITE;
import static org.boxtribute.server.security.Permission.SHIPMENT_EDIT;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;
import org.boxtribute.server.persistence.schema.tables.records.ShipmentDetailRecord;
import org.boxtribute.server.testing.Answer;
import org.boxtribute.server.testing.TestServer;
import org.boxtribute.server.testing.TestUser;
import org.boxtribute.server.testing.Unique;
import org.boxtribute.server.warehouse.BoxState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of the boxes of a shipment that arrives: received, missing, or found again. */
final class ShipmentReceptionIT {
  private static final int UNKNOWN_ID = 987_654;

  private final TestServer server = TestServer.forWrites();
  private final TransferTables tables = new TransferTables(server);
  private final ShipmentRequests requests = new ShipmentRequests(server);
  private final Site source = tables.newSite(3);
  private final Site target = tables.newSite(7);
  private final TestUser sender = source.coordinator();
  private final TestUser receiver = target.coordinator();
  private final TestUser stranger = TestUser.coordinator(9, 3, 5, 7);

  @Test
  void aReceivedBoxBelongsToTheTarget() {
    List<BoxRecord> boxes = tables.newBoxes(source, 2);
    BoxRecord box = boxes.getFirst();
    tables.tag(box, source.tag());
    int shipment = requests.receiving(source, target, boxes);

    Answer answer = requests.receive(target, shipment, List.of(box)).ok();

    String detail = "/result/details/0";
    assertThat(answer.text("/result/state")).isEqualTo("Receiving");
    assertThat(answer.text(detail + "/box/state")).isEqualTo("InStock");
    assertThat(answer.at(detail + "/sourceProduct/id").asInt()).isEqualTo(source.product());
    assertThat(answer.at(detail + "/sourceLocation/id").asInt()).isEqualTo(source.location());
    assertThat(answer.at(detail + "/sourceSize/id").asInt()).isEqualTo(TransferTables.SMALL);
    assertThat(answer.at(detail + "/sourceQuantity").asInt()).isEqualTo(10);
    assertThat(answer.at(detail + "/targetProduct/id").asInt()).isEqualTo(target.product());
    assertThat(answer.at(detail + "/targetLocation/id").asInt()).isEqualTo(target.location());
    assertThat(answer.at(detail + "/targetSize/id").asInt()).isEqualTo(TransferTables.LARGE);
    assertThat(answer.at(detail + "/targetQuantity").asInt()).isEqualTo(7);
    assertThat(answer.text(detail + "/receivedBy/id")).isEqualTo("7");
    assertThat(answer.at("/result/details/1/receivedOn").isNull()).isTrue();
    BoxRecord stored = tables.box(box);
    assertThat(stored.getProductId()).isEqualTo(target.product());
    assertThat(stored.getLocationId()).isEqualTo(target.location());
    assertThat(stored.getSizeId()).isEqualTo(TransferTables.LARGE);
    assertThat(stored.getNumberOfItems()).isEqualTo(7);
    assertThat(stored.getLastModifiedOn()).isEqualTo(answer.text(detail + "/receivedOn"));
    assertThat(stored.getLastModifiedBy()).isEqualTo(7);
    assertThat(tables.states(boxes)).containsExactly(BoxState.IN_STOCK, BoxState.RECEIVING);
  }

  @Test
  void theHistoryTellsWhatAReceivedBoxWasAndBecame() {
    List<BoxRecord> boxes = tables.newBoxes(source, 1);
    int shipment = requests.receiving(source, target, boxes);

    requests.receive(target, shipment, boxes).ok();

    assertThat(tables.history(boxes.getFirst()).subList(3, 8))
        .containsExactly(
            "product_id %d %d by 7".formatted(source.product(), target.product()),
            "location_id %d %d by 7".formatted(source.location(), target.location()),
            "size_id 1 3 by 7",
            "items 10 7 by 7",
            "box_state_id 4 1 by 7");
  }

  @Test
  void theTagsOfTheSourceAreGoneSoftly() {
    List<BoxRecord> boxes = tables.newBoxes(source, 2);
    boxes.forEach(box -> tables.tag(box, source.tag()));
    int shipment = requests.receiving(source, target, boxes);

    Answer answer = requests.receive(target, shipment, boxes.subList(0, 1)).ok();

    assertThat(tables.taggings(boxes.getFirst()))
        .singleElement()
        .satisfies(
            tagging -> {
              assertThat(tagging.getDeletedOn())
                  .isEqualTo(answer.text("/result/details/0/receivedOn"));
              assertThat(tagging.getDeletedBy()).isEqualTo(7);
            });
    assertThat(tables.taggings(boxes.getLast()).getFirst().getDeletedOn()).isNull();
    Answer seen =
        server
            .as(receiver)
            .ask(
                "query ($label: String!) { box(labelIdentifier: $label) {"
                    + " tags { id } shipmentDetail { id } history { changes } } }",
                Map.of("label", boxes.getFirst().getLabelIdentifier()))
            .ok();
    assertThat(seen.at("/box/tags")).isEmpty();
    assertThat(seen.at("/box/shipmentDetail").isNull()).isTrue();
    assertThat(seen.texts("/box/history", "changes"))
        .anyMatch(entry -> entry.startsWith("removed tag '"))
        .contains("changed box state from Receiving to Instock");
  }

  @Test
  void manyBoxesBecomeEachWhatIsSaidOfThem() {
    List<BoxRecord> boxes = tables.newBoxes(source, 3);
    int shipment = requests.receiving(source, target, boxes);
    int otherProduct = tables.newProduct(target.base());
    int otherLocation = tables.newLocation(target.base());
    List<Map<String, Object>> inputs = arrived(shipment);
    inputs.get(0).put("targetQuantity", 0);
    inputs.get(1).put("targetProductId", otherProduct);
    inputs.get(2).put("targetLocationId", otherLocation);
    inputs.get(2).put("targetSizeId", TransferTables.SMALL);

    Answer answer = receive(shipment, inputs).ok();

    assertThat(answer.text("/result/state")).isEqualTo("Completed");
    assertThat(boxes)
        .extracting(box -> tables.box(box).getNumberOfItems())
        .containsExactly(0, 7, 7);
    assertThat(boxes)
        .extracting(box -> tables.box(box).getProductId())
        .containsExactly(target.product(), otherProduct, target.product());
    assertThat(boxes)
        .extracting(box -> tables.box(box).getLocationId())
        .containsExactly(target.location(), target.location(), otherLocation);
    assertThat(boxes)
        .extracting(box -> tables.box(box).getSizeId())
        .containsExactly(TransferTables.LARGE, TransferTables.LARGE, TransferTables.SMALL);
    assertThat(tables.details(shipment))
        .extracting(ShipmentDetailRecord::getTargetQuantity)
        .containsExactly(0, 7, 7);
  }

  @Test
  void oneUnfitBoxTakesAllBack() {
    int shipment = requests.receiving(source, target, tables.newBoxes(source, 2));
    int deletedLocation = tables.newLocation(target.base());
    int deletedProduct = tables.newProduct(target.base());
    tables.delete(deletedLocation, deletedProduct);

    for (int unfit : List.of(source.location(), deletedLocation, UNKNOWN_ID, 0)) {
      assertRefused(shipment, "targetLocationId", unfit, "location");
    }
    for (int unfit : List.of(source.product(), deletedProduct, UNKNOWN_ID, 0)) {
      assertRefused(shipment, "targetProductId", unfit, "product");
    }
    assertRefused(shipment, "targetSizeId", UNKNOWN_ID, "size");
    assertRefused(shipment, "targetQuantity", -1, "negative");
  }

  @Test
  void aBoxIsReceivedOnce() {
    List<BoxRecord> boxes = tables.newBoxes(source, 3);
    int shipment = requests.receiving(source, target, boxes);
    Map<String, ?> first = requests.received(target, shipment, boxes.subList(0, 1));
    requests.updateReceiving(receiver, shipment, first).ok();
    requests.lose(target, shipment, boxes.subList(1, 2)).ok();

    for (Map<String, ?> again :
        List.of(first, requests.received(target, shipment, boxes.subList(1, 2)))) {
      Answer answer = tables.unchangedBy(() -> requests.updateReceiving(receiver, shipment, again));
      assertThat(answer.errors()).containsExactly("BAD_USER_INPUT result");
    }
  }

  @Test
  void whatIsSaidTwiceOfABoxIsTheSame() {
    int shipment = requests.receiving(source, target, tables.newBoxes(source, 2));
    List<Map<String, Object>> inputs = arrived(shipment);
    Map<String, Object> other = new HashMap<>(inputs.getFirst());
    other.put("targetQuantity", 3);

    Answer refused = tables.unchangedBy(() -> receive(shipment, List.of(inputs.getFirst(), other)));

    assertThat(refused.errors()).containsExactly("BAD_USER_INPUT result");
    receive(shipment, List.of(inputs.getFirst(), inputs.getFirst())).ok();
  }

  @Test
  void boxesOfOtherShipmentsArePassedOver() {
    List<BoxRecord> others = tables.newBoxes(source, 2);
    int other = requests.receiving(source, target, others);
    int shipment = requests.receiving(source, target, tables.newBoxes(source, 1));
    Map<String, Object> changes = new HashMap<>(requests.received(target, other, others));
    changes.put("lostBoxLabelIdentifiers", List.of(Unique.label()));

    tables.unchangedBy(() -> requests.updateReceiving(receiver, shipment, changes).ok());
    tables.unchangedBy(() -> requests.lose(target, shipment, others).ok());
  }

  @Test
  void whatIsAbsentNullOrEmptyChangesNothing() {
    int shipment = requests.receiving(source, target, tables.newBoxes(source, 1));
    Map<String, Object> nulls = new HashMap<>();
    nulls.put("receivedShipmentDetailUpdateInputs", null);
    nulls.put("lostBoxLabelIdentifiers", null);

    for (Map<String, ?> nothing :
        List.of(
            Map.<String, Object>of(),
            nulls,
            Map.of(
                "receivedShipmentDetailUpdateInputs", List.of(),
                "lostBoxLabelIdentifiers", List.of()))) {
      tables.unchangedBy(() -> requests.updateReceiving(receiver, shipment, nothing).ok());
    }
  }

  @Test
  void aMissingBoxIsNotDelivered() {
    List<BoxRecord> boxes = tables.newBoxes(source, 2);
    tables.tag(boxes.getFirst(), source.tag());
    int shipment = requests.receiving(source, target, boxes);

    Answer answer = requests.lose(target, shipment, boxes.subList(0, 1)).ok();

    assertThat(answer.text("/result/state")).isEqualTo("Receiving");
    assertThat(answer.text("/result/details/0/lostBy/id")).isEqualTo("7");
    assertThat(answer.text("/result/details/0/box/state")).isEqualTo("NotDelivered");
    assertThat(tables.history(boxes.getFirst())).endsWith("box_state_id 4 8 by 7");
    assertThat(tables.box(boxes.getFirst()).getLastModifiedBy()).isEqualTo(7);
    assertThat(tables.box(boxes.getFirst()).getLocationId()).isEqualTo(source.location());
    assertThat(tables.taggings(boxes.getFirst()).getFirst().getDeletedOn()).isNull();
    tables.unchangedBy(() -> requests.lose(target, shipment, boxes.subList(0, 1)).ok());
  }

  @Test
  void onceEachBoxIsDecidedTheShipmentIsComplete() {
    List<BoxRecord> boxes = tables.newBoxes(source, 3);
    int shipment = requests.receiving(source, target, boxes);
    requests.receive(target, shipment, boxes.subList(0, 1)).ok();
    Map<String, Object> rest =
        new HashMap<>(requests.received(target, shipment, boxes.subList(1, 2)));
    rest.put("lostBoxLabelIdentifiers", TransferTables.labels(boxes.subList(2, 3)));

    Answer answer = requests.updateReceiving(receiver, shipment, rest).ok();

    assertThat(answer.text("/result/state")).isEqualTo("Completed");
    assertThat(answer.text("/result/completedBy/id")).isEqualTo("7");
    assertThat(tables.shipment(shipment).getCompletedOn())
        .isEqualTo(answer.text("/result/completedOn"));
    assertThat(tables.states(boxes))
        .containsExactly(BoxState.IN_STOCK, BoxState.IN_STOCK, BoxState.NOT_DELIVERED);
  }

  @Test
  void itIsCompleteEvenIfAReceivedBoxHasMovedOn() {
    List<BoxRecord> boxes = tables.newBoxes(source, 2);
    int shipment = requests.receiving(source, target, boxes);
    requests.receive(target, shipment, boxes.subList(0, 1)).ok();
    tables.setState(boxes.getFirst(), BoxState.DONATED);

    Answer answer = requests.receive(target, shipment, boxes.subList(1, 2)).ok();

    assertThat(answer.text("/result/state")).isEqualTo("Completed");
    assertThat(tables.states(boxes)).containsExactly(BoxState.DONATED, BoxState.IN_STOCK);
  }

  @Test
  void onceAllBoxesAreMissingTheShipmentIsLost() {
    List<BoxRecord> boxes = tables.newBoxes(source, 2);
    int shipment = requests.receiving(source, target, boxes);
    requests.lose(target, shipment, boxes.subList(0, 1)).ok();

    Answer answer = requests.lose(target, shipment, boxes.subList(1, 2)).ok();

    assertThat(answer.text("/result/state")).isEqualTo("Lost");
    assertThat(answer.text("/result/completedBy/id")).isEqualTo("7");
  }

  @Test
  void whatWasTakenOutIsNotWaitedFor() {
    List<BoxRecord> boxes = tables.newBoxes(source, 2);
    int shipment = requests.prepared(source, target, boxes);
    requests.takeOut(sender, shipment, boxes.subList(0, 1)).ok();
    requests.send(sender, shipment).ok();
    requests.startReceiving(receiver, shipment).ok();
    Map<String, Object> removed =
        ShipmentRequests.arrived(target, tables.details(shipment).getFirst());

    tables.unchangedBy(() -> requests.lose(target, shipment, boxes.subList(0, 1)).ok());
    Answer refused = tables.unchangedBy(() -> receive(shipment, List.of(removed)));
    assertThat(refused.errors()).containsExactly("BAD_USER_INPUT result");
    Answer answer = requests.receive(target, shipment, boxes.subList(1, 2)).ok();

    assertThat(answer.text("/result/state")).isEqualTo("Completed");
  }

  @ParameterizedTest
  @EnumSource(value = ShipmentState.class, mode = EnumSource.Mode.EXCLUDE, names = "RECEIVING")
  void aShipmentThatIsNotReceivedStaysAsItIs(ShipmentState state) {
    List<BoxRecord> boxes = tables.newBoxes(source, 1);
    int shipment = requests.receiving(source, target, boxes);
    tables.setState(shipment, state);

    Answer answer = tables.unchangedBy(() -> requests.receive(target, shipment, boxes));

    assertThat(answer.errors()).containsExactly("BAD_USER_INPUT result");
    assertThat(description(answer)).contains(state.apiName());
  }

  @Test
  void onlyTheTargetReceives() {
    List<BoxRecord> boxes = tables.newBoxes(source, 1);
    int shipment = requests.receiving(source, target, boxes);
    Map<String, ?> received = requests.received(target, shipment, boxes);
    Map<String, ?> lost = Map.of("lostBoxLabelIdentifiers", TransferTables.labels(boxes));

    for (TestUser refused :
        List.of(
            sender,
            stranger,
            receiver.in(tables.newBase(target.organisation())),
            receiver.without(SHIPMENT_EDIT),
            receiver.without(SHIPMENT_DETAIL_WRITE))) {
      for (Map<String, ?> changes : List.of(received, lost)) {
        Answer answer =
            tables.unchangedBy(() -> requests.updateReceiving(refused, shipment, changes));
        assertThat(answer.errors()).containsExactly("FORBIDDEN result");
      }
    }
  }

  @Test
  void foundByTheSourceABoxIsInStockAndWasNeverSent() {
    List<BoxRecord> boxes = tables.newBoxes(source, 2);
    int shipment = requests.receiving(source, target, boxes);
    requests.lose(target, shipment, boxes.subList(0, 1)).ok();

    Answer answer = requests.find(sender, ids(boxes.subList(0, 1))).ok();

    assertThat(answer.text("/result/state")).isEqualTo("Receiving");
    assertThat(answer.text("/result/details/0/removedBy/id")).isEqualTo("3");
    assertThat(answer.at("/result/details/0/lostOn").isNull()).isTrue();
    assertThat(answer.at("/result/details/0/lostBy").isNull()).isTrue();
    assertThat(tables.states(boxes)).containsExactly(BoxState.IN_STOCK, BoxState.RECEIVING);
    assertThat(tables.history(boxes.getFirst())).endsWith("box_state_id 8 1 by 3");
    assertThat(requests.receive(target, shipment, boxes.subList(1, 2)).ok().text("/result/state"))
        .isEqualTo("Completed");
  }

  @Test
  void foundByTheSourceTheLastBoxEndsTheShipment() {
    List<BoxRecord> boxes = tables.newBoxes(source, 2);
    int shipment = requests.receiving(source, target, boxes);
    requests.lose(target, shipment, boxes).ok();

    Answer one = requests.find(sender, ids(boxes.subList(0, 1))).ok();
    Answer all = requests.find(sender, ids(boxes.subList(1, 2))).ok();

    assertThat(one.text("/result/state")).isEqualTo("Lost");
    assertThat(one.text("/result/completedBy/id")).isEqualTo("7");
    assertThat(all.text("/result/state")).isEqualTo("Completed");
    assertThat(all.text("/result/completedBy/id")).isEqualTo("3");
  }

  @Test
  void foundByTheSourceABoxLeavesACompleteShipmentAsItIs() {
    List<BoxRecord> boxes = tables.newBoxes(source, 2);
    int shipment = requests.receiving(source, target, boxes);
    requests.lose(target, shipment, boxes.subList(0, 1)).ok();
    requests.receive(target, shipment, boxes.subList(1, 2)).ok();

    Answer answer = requests.find(sender, ids(boxes.subList(0, 1))).ok();

    assertThat(answer.text("/result/state")).isEqualTo("Completed");
    assertThat(answer.text("/result/completedBy/id")).isEqualTo("7");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void foundByTheTargetTheShipmentIsReceivedAgain(boolean whole) {
    List<BoxRecord> boxes = tables.newBoxes(source, 2);
    int shipment = requests.receiving(source, target, boxes);
    if (whole) {
      requests.lose(target, shipment, boxes).ok();
    } else {
      requests.receive(target, shipment, boxes.subList(1, 2)).ok();
      requests.lose(target, shipment, boxes.subList(0, 1)).ok();
    }

    Answer answer = requests.find(receiver, ids(boxes.subList(0, 1))).ok();

    assertThat(answer.text("/result/state")).isEqualTo("Receiving");
    assertThat(answer.at("/result/completedOn").isNull()).isTrue();
    assertThat(answer.at("/result/completedBy").isNull()).isTrue();
    assertThat(answer.at("/result/details/0/lostOn").isNull()).isTrue();
    assertThat(answer.at("/result/details/0/removedOn").isNull()).isTrue();
    assertThat(tables.box(boxes.getFirst()).getState()).isEqualTo(BoxState.RECEIVING);
    assertThat(tables.history(boxes.getFirst())).endsWith("box_state_id 8 4 by 7");
    assertThat(requests.receive(target, shipment, boxes.subList(0, 1)).ok().text("/result/state"))
        .isEqualTo("Completed");
  }

  @Test
  void aLostShipmentThatArrivesIsReceived() {
    List<BoxRecord> boxes = tables.newBoxes(source, 1);
    int shipment = requests.sent(source, target, boxes);
    requests.markAsLost(sender, shipment).ok();

    assertThat(requests.find(receiver, ids(boxes)).ok().text("/result/state"))
        .isEqualTo("Receiving");
    assertThat(requests.receive(target, shipment, boxes).ok().text("/result/state"))
        .isEqualTo("Completed");
  }

  @Test
  void aBoxThatWentMissingTwiceIsFoundWhereItWasLast() {
    List<BoxRecord> boxes = tables.newBoxes(source, 1);
    int first = requests.receiving(source, target, boxes);
    requests.lose(target, first, boxes).ok();
    tables.setState(boxes.getFirst(), BoxState.IN_STOCK);
    int second = requests.receiving(source, target, boxes);
    requests.lose(target, second, boxes).ok();

    Answer answer = requests.find(receiver, ids(boxes)).ok();

    assertThat(answer.at("/result/id").asInt()).isEqualTo(second);
    assertThat(tables.shipment(first).getState()).isEqualTo(ShipmentState.LOST);
  }

  @Test
  void boxesThatAreNotMissingArePassedOverBesideOthers() {
    List<BoxRecord> boxes = tables.newBoxes(source, 2);
    int shipment = requests.receiving(source, target, boxes);
    requests.lose(target, shipment, boxes.subList(0, 1)).ok();
    List<Object> ids = new ArrayList<>(ids(boxes));
    ids.add(UNKNOWN_ID);

    requests.find(receiver, ids).ok();

    assertThat(tables.states(boxes)).containsOnly(BoxState.RECEIVING);
    assertThat(tables.history(boxes.getLast())).hasSize(3);
  }

  @Test
  void whatIsNotMissingOrOfSeveralShipmentsIsRefused() {
    List<BoxRecord> boxes = tables.newBoxes(source, 1);
    List<BoxRecord> others = tables.newBoxes(source, 1);
    List<BoxRecord> arriving = tables.newBoxes(source, 1);
    requests.lose(target, requests.receiving(source, target, boxes), boxes).ok();
    requests.lose(target, requests.receiving(source, target, others), others).ok();
    requests.receiving(source, target, arriving);

    assertNotFound(ids(Stream.concat(boxes.stream(), others.stream()).toList()), "several");
    assertNotFound(ids(arriving), "None");
    assertNotFound(List.of(UNKNOWN_ID), "None");
    assertNotFound(List.of(), "None");
    assertNotFound(List.of("no id"), "no id");
  }

  @Test
  void noOthersFind() {
    List<BoxRecord> boxes = tables.newBoxes(source, 1);
    requests.lose(target, requests.receiving(source, target, boxes), boxes).ok();

    for (TestUser refused :
        List.of(
            stranger,
            sender.in(tables.newBase(source.organisation())),
            receiver.without(SHIPMENT_EDIT))) {
      Answer answer = tables.unchangedBy(() -> requests.find(refused, ids(boxes)));
      assertThat(answer.errors()).containsExactly("FORBIDDEN result");
    }
  }

  private void assertNotFound(List<?> boxIds, String words) {
    Answer answer = tables.unchangedBy(() -> requests.find(sender, boxIds));

    assertThat(answer.errors()).containsExactly("BAD_USER_INPUT result");
    assertThat(description(answer)).contains(words);
  }

  /** Says of the first box that it arrived as it should, and of the second that it did not. */
  private void assertRefused(int shipment, String field, int value, String words) {
    List<Map<String, Object>> inputs = arrived(shipment);
    inputs.getLast().put(field, value);

    Answer answer = tables.unchangedBy(() -> receive(shipment, inputs));

    assertThat(answer.errors()).as("%s %s", field, value).containsExactly("BAD_USER_INPUT result");
    assertThat(description(answer)).contains(words);
  }

  private List<Map<String, Object>> arrived(int shipment) {
    return tables.details(shipment).stream()
        .map(detail -> ShipmentRequests.arrived(target, detail))
        .toList();
  }

  private Answer receive(int shipment, List<Map<String, Object>> inputs) {
    return requests.updateReceiving(
        receiver, shipment, Map.of("receivedShipmentDetailUpdateInputs", inputs));
  }

  private static List<Integer> ids(List<BoxRecord> boxes) {
    return boxes.stream().map(BoxRecord::getId).toList();
  }

  private static String description(Answer answer) {
    return answer.body().at("/errors/0/extensions/description").asText();
  }
}
