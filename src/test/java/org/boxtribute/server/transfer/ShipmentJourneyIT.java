package org.boxtribute.server.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;
import org.boxtribute.server.testing.Answer;
import org.boxtribute.server.testing.TestServer;
import org.boxtribute.server.testing.TestUser;
import org.boxtribute.server.warehouse.BoxState;
import org.junit.jupiter.api.Test;

/**
 * What users of two organisations do with the web app: by its own requests, with a look at its
 * pages in between.
 */
final class ShipmentJourneyIT {
  private static final String TRANSFERS = document("transfers");
  private static final String WAREHOUSE = document("warehouse");

  private final TestServer server = TestServer.forWrites();
  private final TransferTables tables = new TransferTables(server);
  private final Site source = tables.newSite(3);
  private final Site target = tables.newSite(7);
  private final TestUser sender = source.coordinator();
  private final TestUser receiver = target.coordinator();
  private final List<BoxRecord> boxes = tables.newBoxes(source, 3);

  @Test
  void aShipmentGoesFromTheAgreementToItsCompletion() {
    String agreement = agreement();
    assertThat(agreements(receiver, target, "/transferAgreements")).contains(agreement);
    assertThat(agreements(receiver, target, "/accepted")).doesNotContain(agreement);
    assertRefusedAsDuplicate();

    Answer accepted = write(receiver, "AcceptAgreement", Map.of("id", agreement));
    assertThat(accepted.text("/acceptTransferAgreement/acceptedBy/name")).isNotEmpty();
    assertThat(agreements(sender, source, "/accepted")).contains(agreement);

    String shipment = shipment(agreement);
    assign(shipment, 0, 3);
    write(
        sender,
        "UnassignBoxes",
        Map.of("id", shipment, "labelIdentifiers", labels().subList(2, 3)));
    assertThat(page(sender, source, shipment).text("/shipment/details/2/removedBy/name"))
        .isNotEmpty();
    assertThat(seenBox(sender, 0).text("/box/shipmentDetail/shipment/id")).isEqualTo(shipment);
    assertThat(seenBox(sender, 2).at("/box/shipmentDetail").isNull()).isTrue();
    assertThat(listed(receiver, target, shipment).at("/state").asText()).isEqualTo("Preparing");

    Answer sent = write(sender, "SendShipment", Map.of("id", shipment));
    assertThat(sent.text("/sendShipment/state")).isEqualTo("Sent");
    JsonNode incoming = listed(receiver, target, shipment);
    assertThat(incoming.at("/direction").asText()).isEqualTo("Incoming");
    assertThat(incoming.at("/details/0/box/labelIdentifier").asText())
        .isEqualTo(labels().getFirst());
    assertThat(listed(sender, source, shipment).at("/direction").asText()).isEqualTo("Outgoing");
    assertThat(seenBox(receiver, 0).text("/box/state")).isEqualTo("InTransit");

    write(receiver, "StartReceivingShipment", Map.of("id", shipment));
    Answer arriving = page(receiver, target, shipment);
    assertThat(arriving.texts("/base/products", "id")).contains(String.valueOf(target.product()));
    Answer received =
        write(
            receiver, "ReceiveBoxes", received(shipment, arriving.text("/shipment/details/0/id")));
    assertThat(received.text("/updateShipmentWhenReceiving/state")).isEqualTo("Receiving");
    Answer lost =
        write(
            receiver,
            "ReceiveBoxes",
            Map.of("id", shipment, "lostBoxLabelIdentifiers", labels().subList(1, 2)));

    assertThat(lost.text("/updateShipmentWhenReceiving/state")).isEqualTo("Completed");
    assertThat(page(sender, source, shipment).text("/shipment/completedBy/name")).isNotEmpty();
    assertThat(tables.states(boxes))
        .containsExactly(BoxState.IN_STOCK, BoxState.NOT_DELIVERED, BoxState.IN_STOCK);
    assertThat(seenBox(receiver, 0).at("/box/location/id").asInt()).isEqualTo(target.location());
    assertThat(seenBox(sender, 2).at("/box/location/id").asInt()).isEqualTo(source.location());
  }

  @Test
  void aShipmentIsCanceled() {
    String agreement = agreement();
    write(receiver, "AcceptAgreement", Map.of("id", agreement));
    String shipment = shipment(agreement);
    assign(shipment, 0, 2);
    write(sender, "CancelAgreement", Map.of("id", agreement));

    Answer canceled = write(receiver, "CancelShipment", Map.of("id", shipment));

    assertThat(canceled.text("/cancelShipment/canceledBy/name")).isNotEmpty();
    assertThat(tables.states(boxes)).containsOnly(BoxState.IN_STOCK);
    assertThat(seenBox(sender, 0).at("/box/shipmentDetail").isNull()).isTrue();
    assertThat(listed(sender, source, shipment).at("/state").asText()).isEqualTo("Canceled");
  }

  @Test
  void aShipmentIsLost() {
    String agreement = agreement();
    write(receiver, "AcceptAgreement", Map.of("id", agreement));
    String shipment = shipment(agreement);
    assign(shipment, 0, 2);
    write(sender, "SendShipment", Map.of("id", shipment));

    Answer lost = write(receiver, "LostShipment", Map.of("id", shipment));

    assertThat(lost.text("/markShipmentAsLost/state")).isEqualTo("Lost");
    assertThat(page(sender, source, shipment).text("/shipment/details/0/lostBy/name")).isNotEmpty();
    assertThat(tables.states(boxes))
        .containsExactly(BoxState.NOT_DELIVERED, BoxState.NOT_DELIVERED, BoxState.IN_STOCK);
  }

  @Test
  void anAgreementIsRejected() {
    String agreement = agreement();

    Answer rejected = write(receiver, "RejectAgreement", Map.of("id", agreement));

    assertThat(rejected.text("/rejectTransferAgreement/state")).isEqualTo("Rejected");
    assertThat(agreements(sender, source, "/transferAgreements")).contains(agreement);
    assertThat(agreements(sender, source, "/accepted")).doesNotContain(agreement);
  }

  private String agreement() {
    return write(sender, "CreateAgreement", wanted()).text("/createTransferAgreement/id");
  }

  private Map<String, Object> wanted() {
    return Map.of(
        "initiatingOrganisationId", source.organisation(),
        "partnerOrganisationId", target.organisation(),
        "type", "Bidirectional",
        "validFrom", "2024-06-01",
        "initiatingOrganisationBaseIds", List.of(source.base()),
        "partnerOrganisationBaseIds", List.of(target.base()),
        "comment", "Both ways");
  }

  /** The web app looks for these words. */
  private void assertRefusedAsDuplicate() {
    Answer again = server.as(sender).ask(TRANSFERS, "CreateAgreement", wanted());

    assertThat(again.body().at("/errors/0/extensions/description").asText())
        .contains("An identical agreement already exists");
  }

  private String shipment(String agreement) {
    return write(
            sender,
            "CreateShipment",
            Map.of(
                "sourceBaseId", source.base(),
                "targetBaseId", target.base(),
                "transferAgreementId", Integer.parseInt(agreement)))
        .text("/createShipment/id");
  }

  private void assign(String shipment, int from, int to) {
    Answer answer =
        write(
            sender,
            "AssignBoxes",
            Map.of("id", shipment, "labelIdentifiers", labels().subList(from, to)));

    assertThat(answer.at("/updateShipmentWhenPreparing/details")).hasSize(to - from);
  }

  private Map<String, Object> received(String shipment, String detail) {
    return Map.of(
        "id",
        shipment,
        "receivedShipmentDetailUpdateInputs",
        List.of(
            Map.of(
                "id",
                detail,
                "targetProductId",
                target.product(),
                "targetSizeId",
                TransferTables.SMALL,
                "targetLocationId",
                target.location(),
                "targetQuantity",
                9)),
        "lostBoxLabelIdentifiers",
        List.of());
  }

  private List<String> labels() {
    return TransferTables.labels(boxes);
  }

  private Answer write(TestUser user, String operation, Map<String, ?> variables) {
    return server.as(user).ask(TRANSFERS, operation, variables).ok();
  }

  private List<String> agreements(TestUser user, Site site, String list) {
    return server
        .as(user)
        .ask(TRANSFERS, "Agreements", Map.of("baseId", site.base()))
        .ok()
        .texts(list, "id");
  }

  private Answer page(TestUser user, Site site, String shipment) {
    return server
        .as(user)
        .ask(TRANSFERS, "Shipment", Map.of("id", shipment, "baseId", site.base()))
        .ok();
  }

  /** A shipment as the page of all shipments shows it. */
  private JsonNode listed(TestUser user, Site site, String shipment) {
    Answer answer = server.as(user).ask(TRANSFERS, "Shipments", Map.of("baseId", site.base())).ok();
    int index = answer.texts("/shipments", "id").indexOf(shipment);
    return answer.at("/shipments/" + index);
  }

  private Answer seenBox(TestUser user, int index) {
    return server.as(user).ask(WAREHOUSE, "Box", Map.of("label", labels().get(index))).ok();
  }

  private static String document(String name) {
    String resource = "/frontend/" + name + ".graphql";
    try (InputStream stream = ShipmentJourneyIT.class.getResourceAsStream(resource)) {
      return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
