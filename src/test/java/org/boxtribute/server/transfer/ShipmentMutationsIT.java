package org.boxtribute.server.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.boxtribute.server.security.Permission.SHIPMENT_CREATE;
import static org.boxtribute.server.security.Permission.SHIPMENT_DETAIL_WRITE;
import static org.boxtribute.server.security.Permission.SHIPMENT_EDIT;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;
import org.boxtribute.server.persistence.schema.tables.records.ShipmentDetailRecord;
import org.boxtribute.server.persistence.schema.tables.records.ShipmentRecord;
import org.boxtribute.server.testing.Answer;
import org.boxtribute.server.testing.TestServer;
import org.boxtribute.server.testing.TestUser;
import org.boxtribute.server.warehouse.BoxState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A shipment as a whole: how it starts, is sent, begins to be received, is canceled or lost. */
final class ShipmentMutationsIT {
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
  void aShipmentStartsUnderAnAgreement() {
    int agreement = tables.newAgreement(TransferAgreementType.SENDING_TO, source, target);

    Answer answer = requests.create(sender, source.base(), target.base(), agreement).ok();

    assertThat(answer.text("/result/state")).isEqualTo("Preparing");
    assertThat(answer.at("/result/sourceBase/id").asInt()).isEqualTo(source.base());
    assertThat(answer.at("/result/targetBase/id").asInt()).isEqualTo(target.base());
    assertThat(answer.at("/result/transferAgreement/id").asInt()).isEqualTo(agreement);
    assertThat(answer.text("/result/startedBy/id")).isEqualTo("3");
    assertThat(answer.at("/result/details")).isEmpty();
    ShipmentRecord stored = tables.shipment(answer.at("/result/id").asInt());
    assertThat(stored.getStartedOn()).isEqualTo(answer.text("/result/startedOn"));
    assertThat(stored.getSentOn()).isNull();
    assertThat(stored.getState()).isEqualTo(ShipmentState.PREPARING);
  }

  @Test
  void aShipmentWithinAnOrganisationNeedsNoAgreement() {
    Site sibling = tables.newSite(6, source.organisation());

    Answer answer = requests.create(sender, source.base(), sibling.base(), null).ok();

    assertThat(answer.at("/result/transferAgreement").isNull()).isTrue();
    assertThat(answer.at("/result/targetBase/id").asInt()).isEqualTo(sibling.base());
  }

  @Test
  void withoutAnAgreementAShipmentGoesBetweenTwoBasesOfOneOrganisation() {
    assertNotCreated(source.base(), source.base(), null, "from one base to another");
    assertNotCreated(source.base(), target.base(), null, "within one organisation");
    assertNotCreated(source.base(), UNKNOWN_ID, null, String.valueOf(UNKNOWN_ID));
    int closed = tables.newDeletedBase(source.organisation());
    assertNotCreated(source.base(), closed, null, String.valueOf(closed));
  }

  @Test
  void underAnAgreementAShipmentGoesInItsDirection() {
    int sending = tables.newAgreement(TransferAgreementType.SENDING_TO, source, target);
    int receiving = tables.newAgreement(TransferAgreementType.RECEIVING_FROM, target, source);
    int both = tables.newAgreement(TransferAgreementType.BIDIRECTIONAL, target, source);

    requests.create(sender, source.base(), target.base(), both).ok();
    requests.create(receiver, target.base(), source.base(), both).ok();
    requests.create(receiver, target.base(), source.base(), receiving).ok();
    assertNotCreated(receiver, target.base(), source.base(), sending, "does not hold");
    assertNotCreated(source.base(), target.base(), receiving, "does not hold");
  }

  @Test
  void underAnAgreementAShipmentGoesBetweenItsBases() {
    Site sibling = tables.newSite(3, source.organisation());
    Site targetSibling = tables.newSite(7, target.organisation());
    int agreement = tables.newAgreement(TransferAgreementType.BIDIRECTIONAL, source, target);
    int wide =
        tables.newAgreement(
            TransferAgreementType.BIDIRECTIONAL,
            TransferAgreementState.ACCEPTED,
            Set.of(source.base(), sibling.base()),
            Set.of(target.base()));

    assertNotCreated(source.base(), targetSibling.base(), agreement, "does not hold");
    assertNotCreated(source.base(), source.base(), agreement, "from one base to another");
    assertNotCreated(source.base(), sibling.base(), wide, "does not hold");
    assertNotCreated(
        sibling.coordinator(), sibling.base(), target.base(), agreement, "does not hold");
    assertNotCreated(source.base(), target.base(), UNKNOWN_ID, String.valueOf(UNKNOWN_ID));
    assertNotCreated(source.base(), target.base(), 0, "0");
  }

  @ParameterizedTest
  @EnumSource(
      value = TransferAgreementState.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = "ACCEPTED")
  void anAgreementHasToBeAccepted(TransferAgreementState state) {
    int agreement = tables.newAgreement(TransferAgreementType.BIDIRECTIONAL, source, target);
    tables.setState(agreement, state);

    assertNotCreated(source.base(), target.base(), agreement, state.apiName());
  }

  @Test
  void startingNeedsThePermissionInTheSourceBase() {
    int agreement = tables.newAgreement(TransferAgreementType.BIDIRECTIONAL, source, target);

    for (TestUser refused : List.of(receiver, stranger, sender.without(SHIPMENT_CREATE))) {
      Answer answer =
          tables.unchangedBy(
              () -> requests.create(refused, source.base(), target.base(), agreement));
      assertThat(answer.errors()).containsExactly("FORBIDDEN result");
    }
  }

  @Test
  void whatIsInAShipmentTravels() {
    List<BoxRecord> boxes = tables.newBoxes(source, 3);
    int shipment = requests.prepared(source, target, boxes);
    requests.takeOut(sender, shipment, boxes.subList(2, 3)).ok();

    Answer answer = requests.send(sender, shipment).ok();

    assertThat(answer.text("/result/state")).isEqualTo("Sent");
    assertThat(answer.text("/result/sentBy/id")).isEqualTo("3");
    assertThat(tables.shipment(shipment).getSentOn()).isEqualTo(answer.text("/result/sentOn"));
    assertThat(tables.states(boxes))
        .containsExactly(BoxState.IN_TRANSIT, BoxState.IN_TRANSIT, BoxState.IN_STOCK);
    assertThat(tables.history(boxes.getFirst()))
        .containsExactly("box_state_id 1 3 by 3", "box_state_id 3 7 by 3");
    assertThat(tables.history(boxes.getLast()))
        .containsExactly("box_state_id 1 3 by 3", "box_state_id 3 1 by 3");
    assertThat(tables.box(boxes.getFirst()).getLastModifiedOn()).isAfter(TransferTables.LONG_AGO);
    assertThat(tables.box(boxes.getFirst()).getLastModifiedBy()).isEqualTo(3);
  }

  @Test
  void aBoxThatIsNotMarkedAnyMoreStaysAndIsOutOfTheShipment() {
    List<BoxRecord> boxes = tables.newBoxes(source, 2);
    int shipment = requests.prepared(source, target, boxes);
    tables.setState(boxes.getLast(), BoxState.LOST);

    requests.send(sender, shipment).ok();

    assertThat(tables.states(boxes)).containsExactly(BoxState.IN_TRANSIT, BoxState.LOST);
    assertThat(tables.details(shipment).getFirst().getRemovedOn()).isNull();
    assertThat(tables.details(shipment).getLast().getRemovedOn()).isNotNull();
    requests.startReceiving(receiver, shipment).ok();
    assertThat(requests.receive(target, shipment, boxes.subList(0, 1)).ok().text("/result/state"))
        .isEqualTo("Completed");
  }

  @Test
  void aBoxThatIsInAShipmentTwiceTravelsOnce() {
    List<BoxRecord> boxes = tables.newBoxes(source, 1);
    int shipment = requests.prepared(source, target, boxes);
    ShipmentDetailRecord second = tables.details(shipment).getFirst().copy();
    tables.insert(second);

    requests.send(sender, shipment).ok();
    requests.startReceiving(receiver, shipment).ok();
    Answer answer = requests.receive(target, shipment, boxes).ok();

    assertThat(answer.text("/result/state")).isEqualTo("Completed");
    assertThat(tables.details(shipment))
        .extracting(ShipmentDetailRecord::getRemovedOn)
        .filteredOn(time -> time == null)
        .hasSize(1);
    assertThat(tables.history(boxes.getFirst()))
        .filteredOn(entry -> entry.startsWith("box_state_id"))
        .hasSize(4);
  }

  @Test
  void aBoxThatIsNotOnItsWayAnyMoreIsNotWaitedFor() {
    List<BoxRecord> boxes = tables.newBoxes(source, 2);
    int shipment = requests.sent(source, target, boxes);
    tables.setState(boxes.getLast(), BoxState.DONATED);
    tables.insert(tables.details(shipment).getFirst().copy());

    requests.startReceiving(receiver, shipment).ok();

    assertThat(tables.states(boxes)).containsExactly(BoxState.RECEIVING, BoxState.DONATED);
    assertThat(tables.details(shipment))
        .extracting(detail -> detail.getRemovedOn() == null)
        .containsExactly(true, false, false);
    assertThat(requests.receive(target, shipment, boxes).ok().text("/result/state"))
        .isEqualTo("Completed");
  }

  @Test
  void anEmptyShipmentMayGo() {
    int shipment = requests.started(source, target);

    assertThat(requests.send(sender, shipment).ok().text("/result/state")).isEqualTo("Sent");
    assertThat(requests.startReceiving(receiver, shipment).ok().text("/result/state"))
        .isEqualTo("Receiving");
    assertThat(requests.updateReceiving(receiver, shipment, Map.of()).ok().text("/result/state"))
        .isEqualTo("Completed");
  }

  @Test
  void whatArrivesIsBeingReceived() {
    List<BoxRecord> boxes = tables.newBoxes(source, 2);
    int shipment = requests.sent(source, target, boxes);

    Answer answer = requests.startReceiving(receiver, shipment).ok();

    assertThat(answer.text("/result/state")).isEqualTo("Receiving");
    assertThat(answer.text("/result/receivingStartedBy/id")).isEqualTo("7");
    assertThat(tables.shipment(shipment).getReceivingStartedOn())
        .isEqualTo(answer.text("/result/receivingStartedOn"));
    assertThat(tables.states(boxes)).containsOnly(BoxState.RECEIVING);
    assertThat(tables.history(boxes.getFirst()))
        .containsExactly("box_state_id 1 3 by 3", "box_state_id 3 7 by 3", "box_state_id 7 4 by 7");
    assertThat(tables.box(boxes.getFirst()).getLastModifiedBy()).isEqualTo(7);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void eitherSideCancelsAndAllBoxesAreInStockAgain(boolean atSource) {
    List<BoxRecord> boxes = tables.newBoxes(source, 3);
    int shipment = requests.prepared(source, target, boxes);
    requests.takeOut(sender, shipment, boxes.subList(2, 3)).ok();
    Object removedBefore = tables.details(shipment).getLast().getRemovedById();
    TestUser user = atSource ? sender : receiver;

    Answer answer = requests.cancel(user, shipment).ok();

    assertThat(answer.text("/result/state")).isEqualTo("Canceled");
    assertThat(answer.at("/result/canceledBy/id").asInt()).isEqualTo(user.id());
    assertThat(tables.shipment(shipment).getCanceledOn())
        .isEqualTo(answer.text("/result/canceledOn"));
    assertThat(tables.states(boxes)).containsOnly(BoxState.IN_STOCK);
    assertThat(tables.details(shipment))
        .extracting(ShipmentDetailRecord::getRemovedById)
        .containsExactly(user.id(), user.id(), (Integer) removedBefore);
    assertThat(tables.history(boxes.getFirst()))
        .containsExactly("box_state_id 1 3 by 3", "box_state_id 3 1 by " + user.id());
    assertThat(tables.history(boxes.getLast())).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void eitherSideSaysThatAShipmentIsLost(boolean atSource) {
    List<BoxRecord> boxes = tables.newBoxes(source, 3);
    int shipment = requests.prepared(source, target, boxes);
    requests.takeOut(sender, shipment, boxes.subList(2, 3)).ok();
    requests.send(sender, shipment).ok();
    TestUser user = atSource ? sender : receiver;

    Answer answer = requests.markAsLost(user, shipment).ok();

    assertThat(answer.text("/result/state")).isEqualTo("Lost");
    assertThat(answer.at("/result/completedBy/id").asInt()).isEqualTo(user.id());
    assertThat(tables.states(boxes))
        .containsExactly(BoxState.NOT_DELIVERED, BoxState.NOT_DELIVERED, BoxState.IN_STOCK);
    assertThat(tables.details(shipment))
        .extracting(ShipmentDetailRecord::getLostById)
        .containsExactly(user.id(), user.id(), null);
    assertThat(tables.history(boxes.getFirst()))
        .endsWith("box_state_id 7 8 by " + user.id())
        .hasSize(3);
  }

  static Stream<Map.Entry<String, ShipmentState>> stepsOutOfTurn() {
    Map<String, ShipmentState> inTurn =
        Map.of(
            "sendShipment", ShipmentState.PREPARING,
            "cancelShipment", ShipmentState.PREPARING,
            "startReceivingShipment", ShipmentState.SENT,
            "markShipmentAsLost", ShipmentState.SENT);
    return inTurn.entrySet().stream()
        .flatMap(
            step ->
                Stream.of(ShipmentState.values())
                    .filter(state -> state != step.getValue())
                    .map(state -> Map.entry(step.getKey(), state)));
  }

  @ParameterizedTest
  @MethodSource("stepsOutOfTurn")
  void eachStepHasItsTurn(Map.Entry<String, ShipmentState> step) {
    List<BoxRecord> boxes = tables.newBoxes(source, 1);
    int shipment = requests.prepared(source, target, boxes);
    tables.setState(shipment, step.getValue());
    TestUser user = step.getKey().equals("startReceivingShipment") ? receiver : sender;

    Answer answer = tables.unchangedBy(() -> requests.step(step.getKey(), user, shipment));

    assertThat(answer.errors()).containsExactly("BAD_USER_INPUT result");
    assertThat(answer.body().at("/errors/0/extensions/description").asText())
        .contains(step.getValue().apiName());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"sendShipment", "cancelShipment", "startReceivingShipment", "markShipmentAsLost"})
  void anUnknownShipmentIsNamed(String mutation) {
    Answer answer = requests.step(mutation, sender, UNKNOWN_ID);

    assertThat(answer.errors()).containsExactly("BAD_USER_INPUT result");
    assertThat(answer.body().at("/errors/0/extensions/description").asText())
        .contains(String.valueOf(UNKNOWN_ID));
  }

  @Test
  void onlyTheSourceSends() {
    int shipment = requests.prepared(source, target, tables.newBoxes(source, 1));

    assertForbidden("sendShipment", shipment, receiver, stranger, sender.without(SHIPMENT_EDIT));
    assertForbidden("sendShipment", shipment, both().in(target.base()));
  }

  @Test
  void onlyTheTargetBeginsToReceive() {
    int shipment = requests.sent(source, target, tables.newBoxes(source, 1));

    assertForbidden(
        "startReceivingShipment", shipment, sender, stranger, receiver.without(SHIPMENT_EDIT));
  }

  @Test
  void noOthersCancel() {
    int shipment = requests.prepared(source, target, tables.newBoxes(source, 1));

    assertForbidden(
        "cancelShipment",
        shipment,
        stranger,
        sender.without(SHIPMENT_EDIT),
        sender.without(SHIPMENT_DETAIL_WRITE),
        sender.in(tables.newBase(source.organisation())));
  }

  @Test
  void noOthersSayThatAShipmentIsLost() {
    int shipment = requests.sent(source, target, tables.newBoxes(source, 1));

    assertForbidden(
        "markShipmentAsLost",
        shipment,
        stranger,
        receiver.without(SHIPMENT_EDIT),
        receiver.without(SHIPMENT_DETAIL_WRITE));
  }

  @Test
  void shipmentsOutliveTheirAgreement() {
    List<BoxRecord> boxes = tables.newBoxes(source, 2);
    int shipment = requests.started(source, target);
    tables.setState(
        tables.shipment(shipment).getTransferAgreementId(), TransferAgreementState.CANCELED);

    requests.prepare(sender, shipment, boxes).ok();
    requests.send(sender, shipment).ok();
    requests.startReceiving(receiver, shipment).ok();

    assertThat(tables.states(boxes)).containsOnly(BoxState.RECEIVING);
  }

  /** Works for both organisations' bases, as far as a test gives them. */
  private TestUser both() {
    return TestUser.coordinator(3, source.organisation(), source.base(), target.base());
  }

  private void assertForbidden(String mutation, int shipment, TestUser... users) {
    for (TestUser user : users) {
      Answer answer = tables.unchangedBy(() -> requests.step(mutation, user, shipment));
      assertThat(answer.errors()).containsExactly("FORBIDDEN result");
    }
  }

  private void assertNotCreated(int from, int to, @Nullable Integer agreement, String words) {
    assertNotCreated(sender, from, to, agreement, words);
  }

  private void assertNotCreated(
      TestUser user, int from, int to, @Nullable Integer agreement, String words) {
    Answer answer = tables.unchangedBy(() -> requests.create(user, from, to, agreement));

    assertThat(answer.errors()).containsExactly("BAD_USER_INPUT result");
    assertThat(answer.body().at("/errors/0/extensions/description").asText()).contains(words);
  }
}
