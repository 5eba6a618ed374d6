package org.boxtribute.server.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;
import org.boxtribute.server.persistence.schema.tables.records.ShipmentDetailRecord;
import org.boxtribute.server.testing.Answer;
import org.boxtribute.server.testing.Crowd;
import org.boxtribute.server.testing.TestServer;
import org.boxtribute.server.testing.TestUser;
import org.boxtribute.server.warehouse.BoxState;
import org.junit.jupiter.api.Test;

/** Many clients at once want different things of the same boxes, shipments and agreements. */
final class TransferConcurrencyIT {
  private static final int CLIENTS = 32;
  private static final int PAIRS = CLIENTS / 2;

  private final TestServer server = TestServer.forWrites();
  private final TransferTables tables = new TransferTables(server);
  private final ShipmentRequests requests = new ShipmentRequests(server);
  private final Site source = tables.newSite(3);
  private final Site target = tables.newSite(7);
  private final TestUser sender = source.coordinator();
  private final TestUser receiver = target.coordinator();

  @Test
  void eachBoxEndsInOneShipment() {
    List<BoxRecord> boxes = tables.newBoxes(source, 24);
    List<Integer> shipments = shipments(CLIENTS);

    Crowd.asks(
        CLIENTS,
        number -> requests.prepare(sender, shipments.get(number), shuffled(boxes, number)).ok());

    for (BoxRecord box : boxes) {
      assertThat(tables.detailsOf(box)).hasSize(1);
      assertThat(tables.history(box)).containsExactly("box_state_id 1 3 by 3");
    }
    assertThat(tables.states(boxes)).containsOnly(BoxState.MARKED_FOR_SHIPMENT);
  }

  @Test
  void whatIsAddedAndTakenOutAtOnceIsInOrOut() {
    List<BoxRecord> boxes = tables.newBoxes(source, 12);
    List<Integer> shipments = shipments(4);

    Crowd.asks(
        CLIENTS,
        number -> {
          int shipment = shipments.get(number % 4);
          List<BoxRecord> some = shuffled(boxes, number).subList(0, 8);
          return number < PAIRS
              ? requests.prepare(sender, shipment, some).ok()
              : requests.takeOut(sender, shipment, some).ok();
        });

    for (BoxRecord box : boxes) {
      boolean marked = tables.box(box).getState() == BoxState.MARKED_FOR_SHIPMENT;
      assertThat(open(box)).hasSize(marked ? 1 : 0);
      assertThat(tables.history(box)).hasSize(2 * tables.detailsOf(box).size() - (marked ? 1 : 0));
    }
  }

  @Test
  void aBoxThatIsAddedWhileTheShipmentIsSentTravelsOrStays() {
    List<BoxRecord> boxes = tables.newBoxes(source, CLIENTS - 2);
    int shipment = shipments(1).getFirst();

    List<Answer> answers =
        Crowd.asks(
            CLIENTS,
            number ->
                number < boxes.size()
                    ? requests.prepare(sender, shipment, boxes.subList(number, number + 1))
                    : requests.send(sender, shipment));

    assertThat(answers.subList(boxes.size(), CLIENTS)).filteredOn(this::succeeded).hasSize(1);
    for (int number = 0; number < boxes.size(); number++) {
      BoxRecord box = boxes.get(number);
      boolean added = succeeded(answers.get(number));
      assertThat(tables.box(box).getState())
          .isEqualTo(added ? BoxState.IN_TRANSIT : BoxState.IN_STOCK);
      assertThat(tables.detailsOf(box)).hasSize(added ? 1 : 0);
    }
  }

  @Test
  void aShipmentIsSentOrCanceled() {
    List<List<BoxRecord>> boxes = boxesOfShipments();
    List<Integer> shipments =
        boxes.stream().map(some -> requests.prepared(source, target, some)).toList();

    List<Answer> answers =
        pairs(
            pair -> requests.send(sender, shipments.get(pair)),
            pair -> requests.cancel(receiver, shipments.get(pair)));

    for (int pair = 0; pair < PAIRS; pair++) {
      boolean sent = succeeded(answers.get(pair));
      assertThat(succeeded(answers.get(pair + PAIRS))).isEqualTo(!sent);
      assertThat(tables.shipment(shipments.get(pair)).getState())
          .isEqualTo(sent ? ShipmentState.SENT : ShipmentState.CANCELED);
      assertThat(tables.states(boxes.get(pair)))
          .containsOnly(sent ? BoxState.IN_TRANSIT : BoxState.IN_STOCK);
      assertThat(tables.details(shipments.get(pair)))
          .allMatch(detail -> (detail.getRemovedOn() == null) == sent);
    }
  }

  @Test
  void aShipmentIsReceivedOrLost() {
    List<List<BoxRecord>> boxes = boxesOfShipments();
    List<Integer> shipments =
        boxes.stream().map(some -> requests.sent(source, target, some)).toList();

    List<Answer> answers =
        pairs(
            pair -> requests.startReceiving(receiver, shipments.get(pair)),
            pair -> requests.markAsLost(sender, shipments.get(pair)));

    for (int pair = 0; pair < PAIRS; pair++) {
      boolean arrived = succeeded(answers.get(pair));
      assertThat(succeeded(answers.get(pair + PAIRS))).isEqualTo(!arrived);
      assertThat(tables.states(boxes.get(pair)))
          .containsOnly(arrived ? BoxState.RECEIVING : BoxState.NOT_DELIVERED);
    }
  }

  @Test
  void aBoxIsReceivedOrMissing() {
    List<BoxRecord> boxes = tables.newBoxes(source, PAIRS);
    int shipment = requests.receiving(source, target, boxes);

    List<Answer> answers =
        pairs(
            pair -> requests.receive(target, shipment, boxes.subList(pair, pair + 1)),
            pair -> requests.lose(target, shipment, boxes.subList(pair, pair + 1)));

    int received = 0;
    for (int pair = 0; pair < PAIRS; pair++) {
      boolean arrived = succeeded(answers.get(pair));
      received += arrived ? 1 : 0;
      ShipmentDetailRecord detail = tables.detailsOf(boxes.get(pair)).getFirst();
      assertThat(detail.getReceivedOn() != null).isEqualTo(arrived);
      assertThat(detail.getLostOn() == null).isEqualTo(arrived);
      assertThat(tables.box(boxes.get(pair)).getState())
          .isEqualTo(arrived ? BoxState.IN_STOCK : BoxState.NOT_DELIVERED);
    }
    assertThat(tables.shipment(shipment).getState())
        .isEqualTo(received == 0 ? ShipmentState.LOST : ShipmentState.COMPLETED);
  }

  @Test
  void boxesAreReceivedOnce() {
    List<BoxRecord> boxes = tables.newBoxes(source, 6);
    int shipment = requests.receiving(source, target, boxes);
    Map<String, ?> received = requests.received(target, shipment, boxes.subList(0, 4));

    List<Answer> answers =
        Crowd.asks(CLIENTS, number -> requests.updateReceiving(receiver, shipment, received));

    assertThat(answers).filteredOn(this::succeeded).hasSize(1);
    assertThat(boxes.subList(0, 4)).allSatisfy(box -> assertThat(tables.history(box)).hasSize(8));
    assertThat(tables.shipment(shipment).getState()).isEqualTo(ShipmentState.RECEIVING);
  }

  @Test
  void theLastBoxesCompleteTheShipment() {
    List<BoxRecord> boxes = tables.newBoxes(source, CLIENTS);
    int shipment = requests.receiving(source, target, boxes);

    Crowd.asks(
        CLIENTS,
        number -> requests.receive(target, shipment, boxes.subList(number, number + 1)).ok());

    assertThat(tables.shipment(shipment).getState()).isEqualTo(ShipmentState.COMPLETED);
    assertThat(tables.states(boxes)).containsOnly(BoxState.IN_STOCK);
  }

  @Test
  void aMissingBoxIsFoundByOneSide() {
    List<List<BoxRecord>> boxes = boxesOfShipments();
    List<Integer> shipments =
        boxes.stream().map(some -> requests.receiving(source, target, some)).toList();
    IntStream.range(0, PAIRS)
        .forEach(pair -> requests.lose(target, shipments.get(pair), boxes.get(pair)).ok());

    List<Answer> answers =
        pairs(
            pair -> requests.find(sender, ids(boxes.get(pair))),
            pair -> requests.find(receiver, ids(boxes.get(pair))));

    for (int pair = 0; pair < PAIRS; pair++) {
      boolean atSource = succeeded(answers.get(pair));
      assertThat(succeeded(answers.get(pair + PAIRS))).isEqualTo(!atSource);
      assertThat(tables.states(boxes.get(pair)))
          .containsOnly(atSource ? BoxState.IN_STOCK : BoxState.RECEIVING);
      assertThat(tables.details(shipments.get(pair)))
          .allMatch(detail -> (detail.getRemovedOn() != null) == atSource)
          .allMatch(detail -> detail.getLostOn() == null);
    }
  }

  @Test
  void aBoxIsMovedOrDeletedOrPrepared() {
    List<BoxRecord> boxes = tables.newBoxes(source, 24);
    List<Integer> shipments = shipments(CLIENTS);
    int shelf = tables.newLocation(source.base());

    Crowd.asks(
        CLIENTS,
        number -> {
          List<BoxRecord> some = shuffled(boxes, number).subList(0, 6);
          return switch (number % 3) {
            case 0 -> requests.prepare(sender, shipments.get(number), some).ok();
            case 1 -> warehouse("deleteBoxes(labelIdentifiers: %s)", some.subList(0, 1));
            default ->
                warehouse(
                    "moveBoxesToLocation(updateInput: { labelIdentifiers: %s, locationId: "
                        + shelf
                        + " })",
                    some);
          };
        });

    for (BoxRecord box : boxes) {
      BoxRecord now = tables.box(box);
      boolean marked = now.getState() == BoxState.MARKED_FOR_SHIPMENT;
      assertThat(tables.detailsOf(box)).hasSize(marked ? 1 : 0);
      assertThat(marked && now.getDeletedOn() != null).isFalse();
      assertThat(tables.detailsOf(box))
          .allMatch(detail -> detail.getSourceLocationId().equals(now.getLocationId()));
    }
  }

  @Test
  void anAgreementIsAcceptedOrRejected() {
    List<Integer> agreements =
        IntStream.range(0, PAIRS)
            .map(pair -> agreement(TransferAgreementState.UNDER_REVIEW))
            .boxed()
            .toList();

    List<Answer> answers =
        pairs(
            pair -> decide("accept", receiver, agreements.get(pair)),
            pair -> decide("reject", receiver, agreements.get(pair)));

    for (int pair = 0; pair < PAIRS; pair++) {
      boolean accepted = succeeded(answers.get(pair));
      assertThat(succeeded(answers.get(pair + PAIRS))).isEqualTo(!accepted);
      assertThat(tables.agreement(agreements.get(pair)).getState())
          .isEqualTo(accepted ? TransferAgreementState.ACCEPTED : TransferAgreementState.REJECTED);
      assertThat(tables.agreement(agreements.get(pair)).getTerminatedOn() == null)
          .isEqualTo(accepted);
    }
  }

  /** Either it was accepted before it was canceled, or not at all. */
  @Test
  void anAgreementThatIsAcceptedAndCanceledIsCanceled() {
    List<Integer> agreements =
        IntStream.range(0, PAIRS)
            .map(pair -> agreement(TransferAgreementState.UNDER_REVIEW))
            .boxed()
            .toList();

    List<Answer> answers =
        pairs(
            pair -> decide("accept", receiver, agreements.get(pair)),
            pair -> decide("cancel", sender, agreements.get(pair)));

    for (int pair = 0; pair < PAIRS; pair++) {
      assertThat(succeeded(answers.get(pair + PAIRS))).isTrue();
      assertThat(tables.agreement(agreements.get(pair)).getState())
          .isEqualTo(TransferAgreementState.CANCELED);
      assertThat(tables.agreement(agreements.get(pair)).getAcceptedOn() != null)
          .isEqualTo(succeeded(answers.get(pair)));
    }
  }

  @Test
  void theSameIsAgreedOnOnce() {
    List<Answer> answers =
        Crowd.asks(CLIENTS, number -> number % 2 == 0 ? ask(source, target) : ask(target, source));

    assertThat(answers).filteredOn(this::succeeded).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> !succeeded(answer))
        .allSatisfy(
            answer ->
                assertThat(answer.body().at("/errors/0/extensions/description").asText())
                    .contains("An identical agreement already exists"));
    assertThat(
            tables.agreementsOf(source.organisation()) + tables.agreementsOf(target.organisation()))
        .isEqualTo(1);
  }

  @Test
  void noShipmentStartsUnderAnAgreementOnceItIsCanceled() {
    int agreement = agreement(TransferAgreementState.ACCEPTED);

    List<Answer> answers =
        Crowd.asks(
            CLIENTS,
            number ->
                number == 0
                    ? decide("cancel", receiver, agreement)
                    : requests.create(sender, source.base(), target.base(), agreement));

    assertThat(succeeded(answers.getFirst())).isTrue();
    assertThat(answers.subList(1, CLIENTS))
        .filteredOn(answer -> !succeeded(answer))
        .allSatisfy(answer -> assertThat(answer.errors()).containsExactly("BAD_USER_INPUT result"));
    assertThat(requests.create(sender, source.base(), target.base(), agreement).errors())
        .containsExactly("BAD_USER_INPUT result");
  }

  /** The first of each pair asks with the first half of the clients, the second with the other. */
  private static List<Answer> pairs(IntFunction<Answer> first, IntFunction<Answer> second) {
    return Crowd.asks(
        CLIENTS, number -> number < PAIRS ? first.apply(number) : second.apply(number - PAIRS));
  }

  /** An answer is a success or a refusal, and never a failure. */
  private boolean succeeded(Answer answer) {
    assertThat(answer.errors()).isSubsetOf("BAD_USER_INPUT result");
    return answer.errors().isEmpty();
  }

  private List<Integer> shipments(int number) {
    int agreement = agreement(TransferAgreementState.ACCEPTED);
    return IntStream.range(0, number)
        .map(
            index ->
                requests
                    .create(sender, source.base(), target.base(), agreement)
                    .ok()
                    .at("/result/id")
                    .asInt())
        .boxed()
        .toList();
  }

  private int agreement(TransferAgreementState state) {
    return tables.newAgreement(
        TransferAgreementType.SENDING_TO, state, Set.of(source.base()), Set.of(target.base()));
  }

  private List<List<BoxRecord>> boxesOfShipments() {
    return IntStream.range(0, PAIRS).mapToObj(pair -> tables.newBoxes(source, 2)).toList();
  }

  private List<ShipmentDetailRecord> open(BoxRecord box) {
    return tables.detailsOf(box).stream().filter(detail -> detail.getRemovedOn() == null).toList();
  }

  private static List<Integer> ids(List<BoxRecord> boxes) {
    return boxes.stream().map(BoxRecord::getId).toList();
  }

  private static List<BoxRecord> shuffled(List<BoxRecord> boxes, int seed) {
    List<BoxRecord> shuffled = new ArrayList<>(boxes);
    Collections.shuffle(shuffled, new Random(seed));
    return shuffled;
  }

  private Answer warehouse(String field, List<BoxRecord> boxes) {
    String labels = "[\"" + String.join("\", \"", TransferTables.labels(boxes)) + "\"]";
    return server
        .as(sender)
        .ask("mutation { result: %s { __typename } }".formatted(field.formatted(labels)))
        .ok();
  }

  private Answer decide(String decision, TestUser user, int agreement) {
    return server
        .as(user)
        .ask(
            "mutation { result: %sTransferAgreement(id: %d) { state } }"
                .formatted(decision, agreement));
  }

  private Answer ask(Site initiator, Site partner) {
    return server
        .as(initiator.coordinator())
        .ask(
            """
            mutation { result: createTransferAgreement(creationInput: {
              type: Bidirectional, initiatingOrganisationId: %d, initiatingOrganisationBaseIds: [%d],
              partnerOrganisationId: %d, validFrom: "2024-06-01"
            }) { id } }
            """
                .formatted(initiator.organisation(), initiator.base(), partner.organisation()));
  }
}
