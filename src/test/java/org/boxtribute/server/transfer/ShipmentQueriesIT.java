package org.boxtribute.server.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.boxtribute.server.security.Permission;
import org.boxtribute.server.testing.Answer;
import org.boxtribute.server.testing.Client;
import org.boxtribute.server.testing.TestServer;
import org.boxtribute.server.testing.TestUser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ShipmentQueriesIT {
  private static final TestUser COORDINATOR = TestUser.coordinator();
  private static final TestUser OTHER_BASE = TestUser.coordinator(6, 1, 2);
  private static final TestUser PARTNER = TestUser.coordinator(7, 2, 3);
  private static final TestUser OTHER_ORGANISATION = TestUser.coordinator(9, 3, 7);

  private final TestServer server = TestServer.shared();

  @Test
  void shipmentsAreThoseThatLeaveOrReachTheUsersBases() {
    assertThat(shipments(COORDINATOR, ""))
        .containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9", "11", "13", "14", "17");
    assertThat(shipments(OTHER_BASE, "")).containsExactly("10", "13", "14", "16");
    assertThat(shipments(OTHER_ORGANISATION, "")).isEmpty();
    assertThat(shipments(TestUser.god(), "")).hasSize(17);
  }

  @Test
  void shipmentsAreFilteredByStateUnlessNoneIsGiven() {
    assertThat(shipments(COORDINATOR, "(states: [Sent, Lost])")).containsExactly("3", "4", "11");
    assertThat(shipments(COORDINATOR, "(states: [])")).hasSize(13);
  }

  @Test
  void aShipmentTellsWhoDidWhatAndWhen() {
    Answer answer =
        server
            .as(COORDINATOR)
            .ask(
                """
                { shipment(id: 7) {
                    id state labelIdentifier
                    sourceBase { id } targetBase { id } transferAgreement { id }
                    startedOn startedBy { id } sentOn sentBy { id }
                    receivingStartedOn receivingStartedBy { id } completedOn completedBy { id }
                    canceledOn canceledBy { id } } }
                """)
            .ok();

    assertThat(answer.at("/shipment").toString())
        .isEqualTo(
            """
            {"id":"7","state":"Completed","labelIdentifier":"S007-260302-LIxHI",\
            "sourceBase":{"id":"1"},"targetBase":{"id":"3"},"transferAgreement":{"id":"1"},\
            "startedOn":"2026-03-02T09:00:00+00:00","startedBy":{"id":"3"},\
            "sentOn":"2026-03-09T15:00:00+00:00","sentBy":{"id":"3"},\
            "receivingStartedOn":"2026-03-16T10:00:00+00:00","receivingStartedBy":{"id":"7"},\
            "completedOn":"2026-03-17T16:00:00+00:00","completedBy":{"id":"7"},\
            "canceledOn":null,"canceledBy":null}""");
  }

  @Test
  void aShipmentWithinAnOrganisationHasNoAgreement() {
    Answer answer =
        server.as(COORDINATOR).ask("{ shipment(id: 13) { transferAgreement { id } } }").ok();

    assertThat(answer.at("/shipment/transferAgreement").isNull()).isTrue();
  }

  @Test
  void theDirectionIsSeenFromTheGivenBase() {
    Answer answer =
        server
            .as(TestUser.coordinator(2, 1, 1, 2))
            .ask(
                """
                { out: shipment(id: 1) { direction(baseId: 1) }
                  back: shipment(id: 2) { direction(baseId: 1) }
                  within: shipment(id: 13) { a: direction(baseId: 1) b: direction(baseId: 2) } }
                """)
            .ok();

    assertThat(answer.text("/out/direction")).isEqualTo("Outgoing");
    assertThat(answer.text("/back/direction")).isEqualTo("Incoming");
    assertThat(answer.text("/within/a")).isEqualTo("Outgoing");
    assertThat(answer.text("/within/b")).isEqualTo("Incoming");
  }

  @Test
  void theDirectionIsSeenFromTheOtherBasesWhereTheGivenOneHasNoPart() {
    Answer answer =
        server
            .as(TestUser.coordinator(2, 1, 1, 2, 6))
            .ask(
                """
                { out: shipment(id: 1) { direction(baseId: 6) }
                  back: shipment(id: 2) { direction(baseId: 6) }
                  within: shipment(id: 13) { direction(baseId: 6) } }
                """)
            .ok();

    assertThat(answer.text("/out/direction")).isEqualTo("Outgoing");
    assertThat(answer.text("/back/direction")).isEqualTo("Incoming");
    assertThat(answer.text("/within/direction")).isEqualTo("Indeterminate");
    assertThat(
            server
                .as(TestUser.god())
                .ask("{ shipment(id: 1) { direction(baseId: 5) } }")
                .ok()
                .text("/shipment/direction"))
        .isEqualTo("Indeterminate");
  }

  @Test
  void theDirectionFromABaseOfOthersIsForbidden() {
    Answer answer =
        server
            .as(COORDINATOR)
            .ask("{ shipment(id: 1) { direction(baseId: 3) } other: shipment(id: 2) { id } }");

    assertThat(answer.errors()).containsExactly("FORBIDDEN shipment/direction");
    assertThat(answer.at("/shipment").isNull()).isTrue();
    assertThat(answer.text("/other/id")).isEqualTo("2");
  }

  @Test
  void detailsTellWhatBoxesWereAndBecame() {
    Answer answer =
        server
            .as(PARTNER)
            .ask(
                """
                { shipment(id: 7) { details {
                    id shipment { id } box { labelIdentifier }
                    sourceProduct { id } targetProduct { id } sourceSize { id } targetSize { id }
                    sourceLocation { id } targetLocation { id } sourceQuantity targetQuantity
                    createdOn createdBy { id } receivedOn receivedBy { id }
                    lostOn lostBy { id } removedOn removedBy { id } } } }
                """)
            .ok();

    JsonNode received = answer.at("/shipment/details/0");
    assertThat(answer.at("/shipment/details")).hasSize(8);
    assertThat(received.at("/shipment/id").asText()).isEqualTo("7");
    assertThat(received.at("/box/labelIdentifier").asText()).isEqualTo("10001631");
    assertThat(received.at("/sourceLocation/id").asText()).isEqualTo("101");
    assertThat(received.at("/targetLocation/id").asText()).isEqualTo("301");
    assertThat(received.at("/targetProduct/id").asInt())
        .isEqualTo(received.at("/sourceProduct/id").asInt() + 2000);
    assertThat(received.at("/targetSize/id")).isEqualTo(received.at("/sourceSize/id"));
    assertThat(received.at("/targetQuantity")).isEqualTo(received.at("/sourceQuantity"));
    assertThat(received.at("/createdOn").asText()).isEqualTo("2026-03-02T10:00:00+00:00");
    assertThat(received.at("/createdBy/id").asText()).isEqualTo("3");
    assertThat(received.at("/receivedOn").asText()).isEqualTo("2026-03-17T16:00:00+00:00");
    assertThat(received.at("/receivedBy/id").asText()).isEqualTo("7");
    assertThat(answer.text("/shipment/details/6/lostBy/id")).isEqualTo("7");
    assertThat(answer.text("/shipment/details/7/removedBy/id")).isEqualTo("3");
    assertThat(answer.at("/shipment/details/7/targetProduct").isNull()).isTrue();
  }

  @Test
  void matchingTargetProductsBelongToTheTargetBaseOfEachShipment() {
    Answer answer =
        server
            .as(TestUser.god())
            .ask(
                """
                { shipments { targetBase { id } details {
                    sourceProduct { standardProduct { id } }
                    autoMatchingTargetProduct { deletedOn base { id } standardProduct { id } } } } }
                """)
            .ok();

    int matches = 0;
    for (JsonNode shipment : answer.at("/shipments")) {
      for (JsonNode detail : shipment.at("/details")) {
        JsonNode match = detail.at("/autoMatchingTargetProduct");
        if (!match.isNull()) {
          matches++;
          assertThat(match.at("/base/id")).isEqualTo(shipment.at("/targetBase/id"));
          assertThat(match.at("/standardProduct"))
              .isEqualTo(detail.at("/sourceProduct/standardProduct"));
          assertThat(match.at("/deletedOn").isNull()).isTrue();
        }
      }
    }
    assertThat(matches).isGreaterThan(40);
  }

  @Test
  void aBoxLeadsToTheShipmentThatItIsInNow() {
    Answer answer =
        server
            .as(TestUser.god())
            .ask(
                """
                { marked: box(labelIdentifier: "10001601") { ...shipment }
                  onItsWay: box(labelIdentifier: "10001611") { ...shipment }
                  removed: box(labelIdentifier: "10001607") { ...shipment }
                  received: box(labelIdentifier: "10001631") { ...shipment }
                  lost: box(labelIdentifier: "10001637") { ...shipment }
                  never: box(labelIdentifier: "10001001") { ...shipment } }
                fragment shipment on Box { shipmentDetail { shipment { id } } }
                """)
            .ok();

    assertThat(answer.text("/marked/shipmentDetail/shipment/id")).isEqualTo("1");
    assertThat(answer.text("/onItsWay/shipmentDetail/shipment/id")).isEqualTo("3");
    for (String box : List.of("removed", "received", "lost", "never")) {
      assertThat(answer.at("/" + box + "/shipmentDetail").isNull()).as(box).isTrue();
    }
  }

  @Test
  void aBoxLeadsToNoShipmentWithoutPermission() {
    Answer answer =
        server
            .as(COORDINATOR.without(Permission.SHIPMENT_DETAIL_READ))
            .ask("{ box(labelIdentifier: \"10001601\") { id shipmentDetail { id } } }")
            .ok();

    assertThat(answer.text("/box/id")).isEqualTo("1601");
    assertThat(answer.at("/box/shipmentDetail").isNull()).isTrue();
  }

  @Test
  void theShipmentOfABoxNeedsItsPermission() {
    Answer answer =
        server
            .as(COORDINATOR.without(Permission.SHIPMENT_READ))
            .ask(
                "{ box(labelIdentifier: \"10001601\") { id shipmentDetail { shipment { id } } } }");

    assertThat(answer.errors()).containsExactly("FORBIDDEN box/shipmentDetail/shipment");
    assertThat(answer.text("/box/id")).isEqualTo("1601");
    assertThat(answer.at("/box/shipmentDetail").isNull()).isTrue();
  }

  @Test
  void theShipmentOfABoxIsHiddenFromUsersOfOtherBases() {
    Answer answer =
        server
            .as(
                TestUser.with(
                    "stock:read", "shipment_detail:read", "location:read", "base_2/shipment:read"))
            .ask(
                "{ box(labelIdentifier: \"10001601\") { id shipmentDetail { shipment { id } } } }");

    assertThat(answer.text("/box/id")).isEqualTo("1601");
    assertThat(answer.at("/box/shipmentDetail").isNull()).isTrue();
  }

  @Test
  void anUnknownShipmentIsMissingEvenWithoutPermission() {
    assertThat(server.as(TestUser.with()).ask("{ shipment(id: 999) { id } }").errors())
        .containsExactly("BAD_USER_INPUT shipment");
  }

  @Test
  void aShipmentNeedsItsPermissionInOneOfItsBases() {
    String query = "{ shipment(id: 1) { id } organisation(id: 1) { id } }";

    assertThat(server.as(PARTNER).ask(query).ok().text("/shipment/id")).isEqualTo("1");
    for (TestUser refused :
        List.of(COORDINATOR.without(Permission.SHIPMENT_READ), OTHER_BASE, OTHER_ORGANISATION)) {
      Answer answer = server.as(refused).ask(query);
      assertThat(answer.errors()).containsExactly("FORBIDDEN shipment");
      assertThat(answer.text("/organisation/id")).isEqualTo("1");
    }
  }

  @Test
  void shipmentsNeedTheirPermission() {
    Answer answer =
        server.as(COORDINATOR.without(Permission.SHIPMENT_READ)).ask("{ shipments { id } }");

    assertThat(answer.errors()).containsExactly("FORBIDDEN shipments");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sourceBase", "targetBase"})
  void theBasesOfAShipmentNeedPermissionInEitherOfThem(String field) {
    String query =
        "{ shipment(id: 1) { id " + field + " { id } } shipments(states: [Lost]) { id } }";

    assertThat(server.as(PARTNER).ask(query).ok().at("/shipment/" + field + "/id").isTextual())
        .isTrue();
    for (TestUser refused :
        List.of(
            TestUser.with("shipment:read"), TestUser.with("shipment:read", "base_2/base:read"))) {
      Answer answer = server.as(refused).ask(query);
      assertThat(answer.errors()).containsExactly("FORBIDDEN shipment/" + field);
      assertThat(answer.at("/shipment").isNull()).isTrue();
      assertThat(answer.texts("/shipments", "id")).containsExactly("11");
    }
  }

  @Test
  void theDetailsOfAShipmentNeedTheirPermission() {
    Answer answer =
        server
            .as(COORDINATOR.without(Permission.SHIPMENT_DETAIL_READ))
            .ask("{ shipment(id: 1) { details { id } } other: shipment(id: 2) { id } }");

    assertThat(answer.errors()).containsExactly("FORBIDDEN shipment/details");
    assertThat(answer.text("/other/id")).isEqualTo("2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sentBy", "receivingStartedBy", "completedBy"})
  void theUsersOfAShipmentNeedTheirPermission(String field) {
    Answer answer =
        server
            .as(COORDINATOR.without(Permission.USER_READ))
            .ask("{ shipment(id: 7) { id " + field + " { id } } }");

    assertThat(answer.errors()).containsExactly("FORBIDDEN shipment/" + field);
    assertThat(answer.text("/shipment/id")).isEqualTo("7");
  }

  @ParameterizedTest
  @CsvSource({
    "sourceProduct, product:read",
    "targetProduct, product:read",
    "autoMatchingTargetProduct, product:read",
    "sourceLocation, location:read",
    "targetLocation, location:read",
    "sourceSize, size:read",
    "targetSize, size:read",
    "receivedBy, user:read"
  })
  void whatADetailLeadsToNeedsItsPermission(String field, String permission) {
    String query = "{ shipment(id: 8) { details { id " + field + " { id } } } }";
    assertThat(server.as(COORDINATOR).ask(query).ok().at("/shipment/details")).hasSize(4);

    Answer answer =
        server.as(COORDINATOR.without(Permission.of(permission).orElseThrow())).ask(query);

    assertThat(answer.errors()).containsExactlyInAnyOrderElementsOf(refusedDetails(field));
    assertThat(answer.texts("/shipment/details", "id")).hasSize(4).doesNotContain("");
  }

  @ParameterizedTest
  @CsvSource({
    "sourceProduct, product:read",
    "targetProduct, product:read",
    "autoMatchingTargetProduct, product:read",
    "sourceLocation, location:read",
    "targetLocation, location:read"
  })
  void whatADetailLeadsToNeedsPermissionInOneOfTheBases(String field, String permission) {
    String query = "{ shipment(id: 8) { details { id " + field + " { id } } } }";
    assertThat(server.as(PARTNER).ask(query).ok().at("/shipment/details")).hasSize(4);

    Answer answer =
        server
            .as(TestUser.with("shipment:read", "shipment_detail:read", "base_2/" + permission))
            .ask(query);

    assertThat(answer.errors()).containsExactlyInAnyOrderElementsOf(refusedDetails(field));
  }

  @Test
  void theBoxOfADetailNeedsPermissionInOneOfTheBases() {
    String query =
        "{ shipment(id: 8) { details { box { labelIdentifier } } } other: shipment(id: 1) { id } }";

    assertThat(server.as(PARTNER).ask(query).ok().at("/shipment/details")).hasSize(4);
    for (TestUser refused :
        List.of(
            TestUser.with("shipment:read", "shipment_detail:read"),
            TestUser.with("shipment:read", "shipment_detail:read", "base_2/stock:read"))) {
      Answer answer = server.as(refused).ask(query);
      assertThat(answer.errors()).isNotEmpty().allMatch(error -> error.endsWith("/box"));
      assertThat(answer.at("/shipment").isNull()).isTrue();
      assertThat(answer.text("/other/id")).isEqualTo("1");
    }
  }

  @Test
  void theNumberOfStatementsDoesNotGrowWithTheRows() {
    String query =
        """
        query ($states: [ShipmentState!]) { shipments(states: $states) {
            labelIdentifier sourceBase { id } targetBase { id } startedBy { id }
            details {
              box { id } shipment { id } createdBy { id }
              sourceProduct { id } autoMatchingTargetProduct { id }
              sourceSize { id } sourceLocation { id } } } }
        """;
    Client client = server.as(TestUser.god());
    List<String> few =
        server.statementsOf(() -> client.ask(query, Map.of("states", List.of("Lost"))).ok());
    List<String> many = server.statementsOf(() -> client.ask(query).ok());

    assertThat(many).hasSameSizeAs(few);
  }

  private List<String> shipments(TestUser user, String arguments) {
    return server
        .as(user)
        .ask("{ shipments" + arguments + " { id } }")
        .ok()
        .texts("/shipments", "id");
  }

  private static List<String> refusedDetails(String field) {
    return List.of(0, 1, 2, 3).stream()
        .map(index -> "FORBIDDEN shipment/details/" + index + "/" + field)
        .toList();
  }
}
