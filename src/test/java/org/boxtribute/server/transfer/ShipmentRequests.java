package org.boxtribute.server.transfer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;
import org.boxtribute.server.persistence.schema.tables.records.ShipmentDetailRecord;
import org.boxtribute.server.testing.Answer;
import org.boxtribute.server.testing.TestServer;
import org.boxtribute.server.testing.TestUser;
import org.jspecify.annotations.Nullable;

/** The mutations of shipments, as users ask for them; each answers with the shipment as result. */
final class ShipmentRequests {
  static final int RECEIVED_ITEMS = 7;

  private static final String SHIPMENT =
      """
      fragment Shipment on Shipment {
        id state sourceBase { id } targetBase { id } transferAgreement { id }
        startedOn startedBy { id } sentOn sentBy { id }
        receivingStartedOn receivingStartedBy { id } completedOn completedBy { id }
        canceledOn canceledBy { id }
        details {
          id box { id labelIdentifier state }
          sourceProduct { id } sourceSize { id } sourceLocation { id } sourceQuantity
          targetProduct { id } targetSize { id } targetLocation { id } targetQuantity
          createdOn createdBy { id } removedOn removedBy { id }
          lostOn lostBy { id } receivedOn receivedBy { id }
        }
      }
      """;

  private final TestServer server;
  private final TransferTables tables;

  ShipmentRequests(TestServer server) {
    this.server = server;
    this.tables = new TransferTables(server);
  }

  Answer create(TestUser user, int source, int target, @Nullable Integer agreement) {
    Map<String, Object> input = new HashMap<>();
    input.put("sourceBaseId", source);
    input.put("targetBaseId", target);
    input.put("transferAgreementId", agreement);
    return ask(user, "createShipment(creationInput: $input)", "ShipmentCreationInput", input);
  }

  Answer prepare(TestUser user, int shipment, List<BoxRecord> boxes) {
    return updatePreparing(
        user, shipment, Map.of("preparedBoxLabelIdentifiers", TransferTables.labels(boxes)));
  }

  Answer takeOut(TestUser user, int shipment, List<BoxRecord> boxes) {
    return updatePreparing(
        user, shipment, Map.of("removedBoxLabelIdentifiers", TransferTables.labels(boxes)));
  }

  Answer redirect(TestUser user, int shipment, int targetBase) {
    return updatePreparing(user, shipment, Map.of("targetBaseId", targetBase));
  }

  Answer updatePreparing(TestUser user, int shipment, Map<String, ?> changes) {
    return ask(
        user,
        "updateShipmentWhenPreparing(updateInput: $input)",
        "ShipmentWhenPreparingUpdateInput",
        withId(shipment, changes));
  }

  /** Receives boxes that are in a shipment, as the target's product. */
  Answer receive(Site target, int shipment, List<BoxRecord> boxes) {
    return updateReceiving(target.coordinator(), shipment, received(target, shipment, boxes));
  }

  /** What to say of boxes that are in a shipment, and arrived with some items less. */
  Map<String, ?> received(Site target, int shipment, List<BoxRecord> boxes) {
    List<Integer> ids = boxes.stream().map(BoxRecord::getId).toList();
    List<Map<String, Object>> inputs = new ArrayList<>();
    for (ShipmentDetailRecord detail : tables.details(shipment)) {
      if (ids.contains(detail.getBoxId()) && detail.getRemovedOn() == null) {
        inputs.add(arrived(target, detail));
      }
    }
    return Map.of("receivedShipmentDetailUpdateInputs", inputs);
  }

  /** What to say of a box that arrived with some items less. */
  static Map<String, Object> arrived(Site target, ShipmentDetailRecord detail) {
    Map<String, Object> input = new HashMap<>();
    input.put("id", detail.getId());
    input.put("targetProductId", target.product());
    input.put("targetSizeId", TransferTables.LARGE);
    input.put("targetLocationId", target.location());
    input.put("targetQuantity", RECEIVED_ITEMS);
    return input;
  }

  Answer lose(Site target, int shipment, List<BoxRecord> boxes) {
    return updateReceiving(
        target.coordinator(),
        shipment,
        Map.of("lostBoxLabelIdentifiers", TransferTables.labels(boxes)));
  }

  Answer updateReceiving(TestUser user, int shipment, Map<String, ?> changes) {
    return ask(
        user,
        "updateShipmentWhenReceiving(updateInput: $input)",
        "ShipmentWhenReceivingUpdateInput",
        withId(shipment, changes));
  }

  Answer send(TestUser user, int shipment) {
    return step("sendShipment", user, shipment);
  }

  Answer startReceiving(TestUser user, int shipment) {
    return step("startReceivingShipment", user, shipment);
  }

  Answer cancel(TestUser user, int shipment) {
    return step("cancelShipment", user, shipment);
  }

  Answer markAsLost(TestUser user, int shipment) {
    return step("markShipmentAsLost", user, shipment);
  }

  /** One of the mutations that need no more than the shipment's id. */
  Answer step(String mutation, TestUser user, int shipment) {
    return ask(user, mutation + "(id: $input)", "ID!", shipment);
  }

  Answer find(TestUser user, List<?> boxIds) {
    List<String> ids = boxIds.stream().map(String::valueOf).toList();
    return ask(user, "moveNotDeliveredBoxesInStock(boxIds: $input)", "[String!]!", ids);
  }

  private Answer ask(TestUser user, String field, String type, Object input) {
    String document =
        "mutation ($input: %s) { result: %s { ...Shipment } } ".formatted(type, field) + SHIPMENT;
    return server.as(user).ask(document, Map.of("input", input));
  }

  private static Map<String, Object> withId(int shipment, Map<String, ?> changes) {
    Map<String, Object> input = new HashMap<>(changes);
    input.put("id", shipment);
    return input;
  }

  /** Starts a shipment under a new agreement. */
  int started(Site source, Site target) {
    int agreement = tables.newAgreement(TransferAgreementType.BIDIRECTIONAL, source, target);
    return create(source.coordinator(), source.base(), target.base(), agreement)
        .ok()
        .at("/result/id")
        .asInt();
  }

  /** Starts a shipment with boxes in it. */
  int prepared(Site source, Site target, List<BoxRecord> boxes) {
    int shipment = started(source, target);
    prepare(source.coordinator(), shipment, boxes).ok();
    return shipment;
  }

  /** Starts and sends a shipment with boxes in it. */
  int sent(Site source, Site target, List<BoxRecord> boxes) {
    int shipment = prepared(source, target, boxes);
    send(source.coordinator(), shipment).ok();
    return shipment;
  }

  /** Starts, sends and begins to receive a shipment with boxes in it. */
  int receiving(Site source, Site target, List<BoxRecord> boxes) {
    int shipment = sent(source, target, boxes);
    startReceiving(target.coordinator(), shipment).ok();
    return shipment;
  }
}
