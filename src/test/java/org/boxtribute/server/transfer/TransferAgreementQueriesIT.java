package org.boxtribute.server.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.boxtribute.server.persistence.schema.Tables.TRANSFER_AGREEMENT_DETAIL;

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

final class TransferAgreementQueriesIT {
  private static final TestUser COORDINATOR = TestUser.coordinator();
  private static final TestUser PARTNER = TestUser.coordinator(7, 2, 3);

  private final TestServer server = TestServer.shared();

  @Test
  void agreementsAreThoseThatHoldForTheUsersBases() {
    assertThat(agreements(COORDINATOR, "")).containsExactly("1", "2", "4");
    assertThat(agreements(TestUser.coordinator(6, 1, 2), "")).containsExactly("1", "4", "6", "7");
    assertThat(agreements(PARTNER, "")).containsExactly("1", "3", "5", "8");
    assertThat(agreements(TestUser.god(), "")).hasSize(8);
  }

  @Test
  void agreementsAreFilteredByStateUnlessNoneIsGiven() {
    assertThat(agreements(COORDINATOR, "(states: [Accepted, Expired])")).containsExactly("1", "2");
    assertThat(agreements(COORDINATOR, "(states: [])")).hasSize(3);
  }

  @Test
  void anAgreementTellsItsPartnersAndItsCourse() {
    Answer answer =
        server
            .as(PARTNER)
            .ask(
                """
                { transferAgreement(id: 5) {
                    id type state comment validFrom validUntil
                    sourceOrganisation { id } targetOrganisation { id }
                    sourceBases { id } targetBases { id }
                    requestedOn requestedBy { id } acceptedOn acceptedBy { id }
                    terminatedOn terminatedBy { id } } }
                """)
            .ok();

    assertThat(answer.at("/transferAgreement").toString())
        .isEqualTo(
            """
            {"id":"5","type":"Bidirectional","state":"Canceled","comment":null,\
            "validFrom":"2025-06-02T10:00:00+00:00","validUntil":null,\
            "sourceOrganisation":{"id":"2"},"targetOrganisation":{"id":"3"},\
            "sourceBases":[{"id":"3"}],"targetBases":[{"id":"5"}],\
            "requestedOn":"2025-06-02T10:00:00+00:00","requestedBy":{"id":"14"},\
            "acceptedOn":"2025-06-03T11:00:00+00:00","acceptedBy":{"id":"15"},\
            "terminatedOn":"2025-11-03T09:00:00+00:00","terminatedBy":{"id":"14"}}""");
  }

  @Test
  void eachBaseOfAnAgreementIsListedOnce() {
    Answer answer =
        server
            .as(COORDINATOR)
            .ask("{ transferAgreement(id: 1) { sourceBases { id } targetBases { id } } }")
            .ok();

    assertThat(answer.texts("/transferAgreement/sourceBases", "id")).containsExactly("1", "2");
    assertThat(answer.texts("/transferAgreement/targetBases", "id")).containsExactly("3", "4");
  }

  @Test
  void deletedBasesAreListedOnRequest() {
    server
        .sql()
        .insertInto(TRANSFER_AGREEMENT_DETAIL)
        .set(TRANSFER_AGREEMENT_DETAIL.ID, 1000)
        .set(TRANSFER_AGREEMENT_DETAIL.TRANSFER_AGREEMENT_ID, 6)
        .set(TRANSFER_AGREEMENT_DETAIL.SOURCE_BASE_ID, 6)
        .set(TRANSFER_AGREEMENT_DETAIL.TARGET_BASE_ID, 7)
        .execute();
    try {
      Answer answer =
          server
              .as(TestUser.god())
              .ask(
                  """
                  { transferAgreement(id: 6) {
                      sourceBases { id }
                      all: sourceBases(filterInput: {includeDeleted: true}) { id }
                      targetBases { id } } }
                  """)
              .ok();

      assertThat(answer.texts("/transferAgreement/sourceBases", "id")).containsExactly("2");
      assertThat(answer.texts("/transferAgreement/all", "id")).containsExactly("2", "6");
      assertThat(answer.texts("/transferAgreement/targetBases", "id")).containsExactly("7");
    } finally {
      server
          .sql()
          .deleteFrom(TRANSFER_AGREEMENT_DETAIL)
          .where(TRANSFER_AGREEMENT_DETAIL.ID.eq(1000))
          .execute();
    }
  }

  @Test
  void theShipmentsOfAnAgreementAreThoseOfTheUsersBases() {
    String query = "{ transferAgreement(id: 1) { shipments { id } } }";

    assertThat(server.as(COORDINATOR).ask(query).ok().texts("/transferAgreement/shipments", "id"))
        .containsExactly("1", "2", "3", "4", "5", "7", "8", "9");
    assertThat(
            server
                .as(TestUser.coordinator(6, 1, 2))
                .ask(query)
                .ok()
                .texts("/transferAgreement/shipments", "id"))
        .containsExactly("10", "16");
  }

  @Test
  void anAgreementWithoutShipmentsHasAnEmptyList() {
    assertThat(
            server
                .as(PARTNER)
                .ask("{ transferAgreement(id: 3) { shipments { id } } }")
                .ok()
                .at("/transferAgreement/shipments"))
        .isEmpty();
  }

  @Test
  void anUnknownAgreementIsMissingEvenWithoutPermission() {
    assertThat(server.as(TestUser.with()).ask("{ transferAgreement(id: 99) { id } }").errors())
        .containsExactly("BAD_USER_INPUT transferAgreement");
  }

  @Test
  void anAgreementNeedsItsPermissionInOneOfItsBases() {
    String query = "{ transferAgreement(id: 2) { id } organisation(id: 1) { id } }";

    assertThat(server.as(COORDINATOR).ask(query).ok().text("/transferAgreement/id")).isEqualTo("2");
    for (TestUser refused :
        List.of(
            COORDINATOR.without(Permission.TRANSFER_AGREEMENT_READ),
            TestUser.coordinator(6, 1, 2),
            PARTNER)) {
      Answer answer = server.as(refused).ask(query);
      assertThat(answer.errors()).containsExactly("FORBIDDEN transferAgreement");
      assertThat(answer.text("/organisation/id")).isEqualTo("1");
    }
  }

  @Test
  void agreementsNeedThePermissionForTheirDetails() {
    Answer answer =
        server
            .as(COORDINATOR.without(Permission.TRANSFER_AGREEMENT_DETAIL_READ))
            .ask("{ transferAgreements { id } }");

    assertThat(answer.errors()).containsExactly("FORBIDDEN transferAgreements");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sourceBases", "targetBases"})
  void theBasesOfAnAgreementNeedPermissionInOneOfThem(String field) {
    String query = "{ transferAgreement(id: 2) { id " + field + " { id } } }";

    assertThat(server.as(TestUser.coordinator(9, 3, 5)).ask(query).ok().errors()).isEmpty();
    for (TestUser refused :
        List.of(
            TestUser.with("transfer_agreement:read"),
            TestUser.with("transfer_agreement:read", "base_2/base:read"))) {
      Answer answer = server.as(refused).ask(query);
      assertThat(answer.errors()).containsExactly("FORBIDDEN transferAgreement/" + field);
      assertThat(answer.text("/transferAgreement/id")).isEqualTo("2");
      assertThat(answer.at("/transferAgreement/" + field).isNull()).isTrue();
    }
  }

  @Test
  void theBasesOfOneAgreementDoNotOpenThoseOfAnother() {
    Answer answer =
        server
            .as(TestUser.with("transfer_agreement_detail:read", "base_2/base:read"))
            .ask("{ transferAgreements { id sourceBases { id } } }");

    assertThat(answer.errors()).containsExactly("FORBIDDEN transferAgreements/1/sourceBases");
    assertThat(answer.texts("/transferAgreements", "id")).containsExactly("1", "2", "4");
    assertThat(answer.texts("/transferAgreements/0/sourceBases", "id")).containsExactly("1", "2");
  }

  @ParameterizedTest
  @CsvSource({
    "acceptedBy, user:read",
    "terminatedBy, user:read",
  })
  void theUsersOfAnAgreementNeedTheirPermission(String field, String permission) {
    Answer answer =
        server
            .as(PARTNER.without(Permission.of(permission).orElseThrow()))
            .ask("{ transferAgreement(id: 5) { id " + field + " { id } } }");

    assertThat(answer.errors()).containsExactly("FORBIDDEN transferAgreement/" + field);
    assertThat(answer.text("/transferAgreement/id")).isEqualTo("5");
  }

  @ParameterizedTest
  @CsvSource({
    "sourceOrganisation, organisation:read",
    "targetOrganisation, organisation:read",
    "requestedBy, user:read",
    "shipments, shipment:read"
  })
  void whatIsNeverNullTakesTheAgreementWithItWhereItIsForbidden(String field, String permission) {
    Answer answer =
        server
            .as(COORDINATOR.without(Permission.of(permission).orElseThrow()))
            .ask(
                "{ transferAgreement(id: 1) { id "
                    + field
                    + " { id } } other: transferAgreement(id: 2) { id } }");

    assertThat(answer.errors()).containsExactly("FORBIDDEN transferAgreement/" + field);
    assertThat(answer.at("/transferAgreement").isNull()).isTrue();
    assertThat(answer.text("/other/id")).isEqualTo("2");
  }

  @Test
  void theNumberOfStatementsDoesNotGrowWithTheRows() {
    String query =
        """
        query ($states: [TransferAgreementState!]) { transferAgreements(states: $states) {
            sourceOrganisation { id } targetOrganisation { id } sourceBases { id } targetBases { id }
            requestedBy { id } shipments { id } } }
        """;
    Client client = server.as(TestUser.god());
    List<String> few =
        server.statementsOf(() -> client.ask(query, Map.of("states", List.of("Expired"))).ok());
    List<String> many = server.statementsOf(() -> client.ask(query).ok());

    assertThat(many).hasSameSizeAs(few).hasSize(5);
  }

  private List<String> agreements(TestUser user, String arguments) {
    return server
        .as(user)
        .ask("{ transferAgreements" + arguments + " { id } }")
        .ok()
        .texts("/transferAgreements", "id");
  }
}
