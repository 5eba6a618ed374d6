package org.boxtribute.server.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.boxtribute.server.security.Permission.TRANSFER_AGREEMENT_CREATE;
import static org.boxtribute.server.security.Permission.TRANSFER_AGREEMENT_EDIT;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.boxtribute.server.persistence.schema.tables.records.TransferAgreementRecord;
import org.boxtribute.server.testing.Answer;
import org.boxtribute.server.testing.TestServer;
import org.boxtribute.server.testing.TestUser;
import org.boxtribute.server.testing.Unique;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TransferAgreementMutationsIT {
  private static final int UNKNOWN_ID = 987_654;
  private static final String CREATE =
      """
      mutation ($input: TransferAgreementCreationInput) {
        result: createTransferAgreement(creationInput: $input) {
          id type state comment validFrom validUntil
          sourceOrganisation { id } targetOrganisation { id }
          sourceBases { id } targetBases { id } shipments { id }
          requestedOn requestedBy { id } acceptedOn terminatedOn
        }
      }
      """;

  private final TestServer server = TestServer.forWrites();
  private final TransferTables tables = new TransferTables(server);

  /** Two organisations: the first has two bases, the second two and a deleted one. */
  private final int organisation = tables.newOrganisation();

  private final int base = tables.newBase(organisation);
  private final int otherBase = tables.newBase(organisation);
  private final int partner = tables.newOrganisation();
  private final int partnerBase = tables.newBase(partner);
  private final int otherPartnerBase = tables.newBase(partner);
  private final int deletedPartnerBase = tables.newDeletedBase(partner);
  private final TestUser initiator = TestUser.coordinator(3, organisation, base, otherBase);
  private final TestUser answerer = TestUser.coordinator(7, partner, partnerBase, otherPartnerBase);
  private final TestUser stranger = TestUser.coordinator(9, 3, 5, 7);

  @ParameterizedTest
  @ValueSource(strings = {"SendingTo", "Bidirectional"})
  void whoSendsOrDoesBothIsTheSource(String type) {
    String comment = Unique.name("Winter coats, für alle");
    Answer answer =
        create(
                Map.of(
                    "type", type,
                    "partnerOrganisationBaseIds", List.of(otherPartnerBase),
                    "comment", comment))
            .ok();

    assertThat(answer.text("/result/type")).isEqualTo(type);
    assertThat(answer.text("/result/state")).isEqualTo("UnderReview");
    assertThat(answer.text("/result/comment")).isEqualTo(comment);
    assertThat(answer.at("/result/sourceOrganisation/id").asInt()).isEqualTo(organisation);
    assertThat(answer.at("/result/targetOrganisation/id").asInt()).isEqualTo(partner);
    assertThat(answer.texts("/result/sourceBases", "id")).containsExactly(text(base));
    assertThat(answer.texts("/result/targetBases", "id")).containsExactly(text(otherPartnerBase));
    assertThat(answer.at("/result/shipments")).isEmpty();
    assertThat(answer.text("/result/requestedBy/id")).isEqualTo("3");
    assertThat(answer.at("/result/acceptedOn").isNull()).isTrue();
    assertThat(answer.at("/result/terminatedOn").isNull()).isTrue();
    assertThat(tables.pairs(id(answer))).containsExactly(base + "-" + otherPartnerBase);
  }

  @Test
  void whoReceivesIsTheTarget() {
    Answer answer = create(Map.of("type", "ReceivingFrom")).ok();

    assertThat(answer.at("/result/sourceOrganisation/id").asInt()).isEqualTo(partner);
    assertThat(answer.at("/result/targetOrganisation/id").asInt()).isEqualTo(organisation);
    assertThat(answer.texts("/result/targetBases", "id")).containsExactly(text(base));
    assertThat(tables.pairs(id(answer)))
        .containsExactlyInAnyOrder(partnerBase + "-" + base, otherPartnerBase + "-" + base);
  }

  @Test
  void withoutBasesOfThePartnerItHoldsForAllThatAreNotDeleted() {
    Map<String, Object> input = new HashMap<>();
    input.put("partnerOrganisationBaseIds", null);

    Answer answer = create(input).ok();

    assertThat(answer.texts("/result/targetBases", "id"))
        .containsExactly(text(partnerBase), text(otherPartnerBase));
    assertThat(tables.pairs(id(answer))).hasSize(2);
  }

  @Test
  void basesThatAreNamedTwiceCountOnce() {
    Answer answer =
        create(
                Map.of(
                    "initiatingOrganisationBaseIds", List.of(base, otherBase, base),
                    "partnerOrganisationBaseIds", List.of(partnerBase, partnerBase)))
            .ok();

    assertThat(tables.pairs(id(answer)))
        .containsExactlyInAnyOrder(base + "-" + partnerBase, otherBase + "-" + partnerBase);
  }

  @Test
  void withoutDatesItBeginsNow() {
    Answer answer = create(Map.of()).ok();

    TransferAgreementRecord agreement = tables.agreement(id(answer));
    assertThat(agreement.getValidFrom()).isEqualTo(agreement.getRequestedOn());
    assertThat(agreement.getValidUntil()).isNull();
    assertThat(answer.text("/result/validFrom")).isEqualTo(answer.text("/result/requestedOn"));
    assertThat(answer.at("/result/validUntil").isNull()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Athens,      2024-05-31T21:00:00Z, 2024-12-31T21:59:59Z",
    "America/Havana,     2024-06-01T04:00:00Z, 2025-01-01T04:59:59Z",
    "UTC,                2024-06-01T00:00:00Z, 2024-12-31T23:59:59Z",
    "Atlantis/Poseidon,  2024-06-01T00:00:00Z, 2024-12-31T23:59:59Z",
    "'',                 2024-06-01T00:00:00Z, 2024-12-31T23:59:59Z",
    ",                   2024-06-01T00:00:00Z, 2024-12-31T23:59:59Z"
  })
  void itsDaysAreThoseOfTheUsersTimeZone(@Nullable String zone, Instant from, Instant until) {
    TestUser user = zone == null ? initiator : initiator.inZone(zone);

    Answer answer =
        create(user, Map.of("validFrom", "2024-06-01", "validUntil", "2024-12-31")).ok();

    assertThat(Instant.parse(answer.text("/result/validFrom"))).isEqualTo(from);
    assertThat(Instant.parse(answer.text("/result/validUntil"))).isEqualTo(until);
    assertThat(tables.agreement(id(answer)).getValidFrom()).isEqualTo(from);
    assertThat(tables.agreement(id(answer)).getValidUntil()).isEqualTo(until);
  }

  @Test
  void itMayLastForOneDay() {
    Answer answer = create(Map.of("validFrom", "2024-06-01", "validUntil", "2024-06-01")).ok();

    assertThat(answer.text("/result/validUntil")).isEqualTo("2024-06-01T23:59:59+00:00");
  }

  @ParameterizedTest
  @CsvSource({"2024-06-02, 2024-06-01", ", 2024-06-01"})
  void itEndsAfterItBegins(@Nullable String firstDay, String lastDay) {
    Map<String, Object> input = new HashMap<>();
    input.put("validFrom", firstDay);
    input.put("validUntil", lastDay);

    assertRefused(input, "The agreement has to end after it begins.");
  }

  @ParameterizedTest
  @EnumSource(
      value = TransferAgreementState.class,
      names = {"UNDER_REVIEW", "ACCEPTED"})
  void theSameIsNotAgreedOnTwice(TransferAgreementState state) {
    int first = existing(state, "2024-06-01", "2024-06-30");

    Answer answer =
        tables.unchangedBy(
            () -> create(Map.of("validFrom", "2024-06-01", "validUntil", "2024-06-30")));

    assertThat(answer.errors()).containsExactly("BAD_USER_INPUT result");
    assertThat(description(answer))
        .contains("An identical agreement already exists")
        .contains(text(first));
  }

  @Test
  void whatAnotherAgreementCoversIsNotAgreedOnAgain() {
    existing(TransferAgreementState.ACCEPTED, "2024-06-01", "2024-06-30");
    String exists = "An identical agreement already exists";

    assertRefused(june("2024-06-10", "2024-06-20"), exists);
    assertRefused(
        with(june("2024-06-01", "2024-06-30"), "partnerOrganisationBaseIds", List.of(partnerBase)),
        exists);
    assertRefused(with(june("2024-06-01", "2024-06-30"), "type", "ReceivingFrom"), exists);
    assertRefused(
        answerer,
        with(
            Map.of(
                "type",
                "SendingTo",
                "initiatingOrganisationId",
                partner,
                "initiatingOrganisationBaseIds",
                List.of(partnerBase),
                "partnerOrganisationId",
                organisation,
                "partnerOrganisationBaseIds",
                List.of(base),
                "validFrom",
                "2024-06-02"),
            "validUntil",
            "2024-06-30"),
        exists);
  }

  @Test
  void whatNoOtherAgreementCoversIsAgreedOn() {
    existing(TransferAgreementState.ACCEPTED, "2024-06-01", "2024-06-30");

    create(june("2024-05-31", "2024-06-30")).ok();
    create(june("2024-06-01", "2024-07-01")).ok();
    create(
            with(
                june("2024-06-01", "2024-06-30"),
                "initiatingOrganisationBaseIds",
                List.of(base, otherBase)))
        .ok();
  }

  @Test
  void withoutEndIsMoreThanWithOne() {
    existing(TransferAgreementState.ACCEPTED, "2024-06-01", "2024-06-30");

    create(Map.of("validFrom", "2024-06-01")).ok();

    assertRefused(Map.of("validFrom", "2024-07-01"), "An identical agreement already exists");
  }

  @ParameterizedTest
  @EnumSource(
      value = TransferAgreementState.class,
      names = {"REJECTED", "CANCELED", "EXPIRED"})
  void whatIsOverMayBeAgreedOnAgain(TransferAgreementState state) {
    existing(state, "2024-06-01", "2024-06-30");

    create(june("2024-06-01", "2024-06-30")).ok();
  }

  @Test
  void otherOrganisationsMayAgreeOnTheSame() {
    existing(TransferAgreementState.ACCEPTED, "2024-06-01", "2024-06-30");
    int third = tables.newOrganisation();
    int thirdBase = tables.newBase(third);

    create(
            with(
                with(june("2024-06-01", "2024-06-30"), "partnerOrganisationId", third),
                "partnerOrganisationBaseIds",
                List.of(thirdBase)))
        .ok();
  }

  @Test
  void anOrganisationHasNoAgreementWithItself() {
    assertRefused(
        Map.of(
            "partnerOrganisationId",
            organisation,
            "partnerOrganisationBaseIds",
            List.of(otherBase)),
        "An organisation needs no agreement with itself.");
  }

  @Test
  void anUnknownOrganisationIsNamed() {
    assertRefused(Map.of("partnerOrganisationId", UNKNOWN_ID), text(UNKNOWN_ID));
    assertRefused(Map.of("partnerOrganisationId", 0), "0");
    assertRefused(Map.of("initiatingOrganisationId", UNKNOWN_ID), text(UNKNOWN_ID));
  }

  @Test
  void basesBelongToTheirOrganisationAndAreNotDeleted() {
    for (int unfit : List.of(deletedPartnerBase, otherBase, 5, UNKNOWN_ID)) {
      assertRefused(Map.of("partnerOrganisationBaseIds", List.of(partnerBase, unfit)), text(unfit));
    }
    int closed = tables.newDeletedBase(organisation);
    assertRefused(
        TestUser.coordinator(3, organisation, base, closed),
        Map.of("initiatingOrganisationBaseIds", List.of(base, closed)),
        text(closed));
    assertRefused(
        TestUser.coordinator(3, organisation, base, partnerBase),
        Map.of(
            "initiatingOrganisationBaseIds", List.of(partnerBase),
            "partnerOrganisationBaseIds", List.of(otherPartnerBase)),
        text(partnerBase));
  }

  @Test
  void bothSidesNeedABase() {
    int empty = tables.newOrganisation();
    tables.newDeletedBase(empty);

    assertRefused(Map.of("partnerOrganisationId", empty), "active base");
    assertRefused(Map.of("partnerOrganisationBaseIds", List.of()), "active base");
    assertRefused(Map.of("initiatingOrganisationBaseIds", List.of()), "needs a base");
  }

  @Test
  void aCommentThatCannotBeStoredIsNamed() {
    assertRefused(Map.of("comment", "x".repeat(70_000)), "comment");
  }

  @Test
  void askingNeedsThePermissionForEachBase() {
    Map<String, Object> both = Map.of("initiatingOrganisationBaseIds", List.of(base, otherBase));

    assertForbidden(initiator.in(base), both);
    assertForbidden(initiator.without(TRANSFER_AGREEMENT_CREATE), both);
    assertForbidden(answerer, Map.of());
    assertForbidden(stranger, Map.of());
    create(initiator, both).ok();
  }

  @ParameterizedTest
  @EnumSource(TransferAgreementType.class)
  void thePartnerAccepts(TransferAgreementType type) {
    int agreement = waiting(type);

    assertForbidden("accept", agreement, initiator);
    assertForbidden("accept", agreement, stranger);
    assertForbidden("accept", agreement, answerer.in(partnerBase));
    assertForbidden("accept", agreement, answerer.without(TRANSFER_AGREEMENT_EDIT));
    Answer answer = decide("accept", agreement, answerer).ok();

    assertThat(answer.text("/result/state")).isEqualTo("Accepted");
    assertThat(answer.text("/result/acceptedBy/id")).isEqualTo("7");
    assertThat(answer.at("/result/terminatedBy").isNull()).isTrue();
    TransferAgreementRecord stored = tables.agreement(agreement);
    assertThat(stored.getState()).isEqualTo(TransferAgreementState.ACCEPTED);
    assertThat(stored.getAcceptedOn()).isEqualTo(answer.text("/result/acceptedOn"));
    assertThat(stored.getTerminatedOn()).isNull();
  }

  @ParameterizedTest
  @EnumSource(TransferAgreementType.class)
  void thePartnerRejects(TransferAgreementType type) {
    int agreement = waiting(type);

    assertForbidden("reject", agreement, initiator);
    assertForbidden("reject", agreement, stranger);
    assertForbidden("reject", agreement, answerer.in(otherPartnerBase));
    assertForbidden("reject", agreement, answerer.without(TRANSFER_AGREEMENT_EDIT));
    Answer answer = decide("reject", agreement, answerer).ok();

    assertThat(answer.text("/result/state")).isEqualTo("Rejected");
    assertThat(answer.text("/result/terminatedBy/id")).isEqualTo("7");
    assertThat(answer.at("/result/acceptedBy").isNull()).isTrue();
    assertThat(tables.agreement(agreement).getTerminatedOn())
        .isEqualTo(answer.text("/result/terminatedOn"));
  }

  @ParameterizedTest
  @EnumSource(
      value = TransferAgreementState.class,
      names = {"UNDER_REVIEW", "ACCEPTED"})
  void eitherSideCancels(TransferAgreementState state) {
    for (TestUser user : List.of(initiator, answerer)) {
      int agreement = waiting(TransferAgreementType.BIDIRECTIONAL);
      tables.setState(agreement, state);

      assertForbidden("cancel", agreement, stranger);
      assertForbidden("cancel", agreement, user.in(user.equals(initiator) ? base : partnerBase));
      assertForbidden("cancel", agreement, user.without(TRANSFER_AGREEMENT_EDIT));
      Answer answer = decide("cancel", agreement, user).ok();

      assertThat(answer.text("/result/state")).isEqualTo("Canceled");
      assertThat(answer.at("/result/terminatedBy/id").asInt()).isEqualTo(user.id());
      assertThat(tables.agreement(agreement).getState()).isEqualTo(TransferAgreementState.CANCELED);
    }
  }

  static Stream<Map.Entry<String, TransferAgreementState>> decisionsThatCameTooLate() {
    return Stream.of("accept", "reject", "cancel")
        .flatMap(
            decision ->
                Stream.of(TransferAgreementState.values())
                    .filter(state -> state != TransferAgreementState.UNDER_REVIEW)
                    .filter(
                        state ->
                            !decision.equals("cancel") || state != TransferAgreementState.ACCEPTED)
                    .map(state -> Map.entry(decision, state)));
  }

  @ParameterizedTest
  @MethodSource("decisionsThatCameTooLate")
  void whatIsDecidedStaysSo(Map.Entry<String, TransferAgreementState> late) {
    int agreement = waiting(TransferAgreementType.SENDING_TO);
    tables.setState(agreement, late.getValue());

    Answer answer = tables.unchangedBy(() -> decide(late.getKey(), agreement, answerer));

    assertThat(answer.errors()).containsExactly("BAD_USER_INPUT result");
    assertThat(description(answer)).contains(late.getValue().apiName());
  }

  @ParameterizedTest
  @ValueSource(strings = {"accept", "reject", "cancel"})
  void anUnknownAgreementIsNamed(String decision) {
    Answer answer = decide(decision, UNKNOWN_ID, answerer);

    assertThat(answer.errors()).containsExactly("BAD_USER_INPUT result");
    assertThat(description(answer)).contains(text(UNKNOWN_ID));
  }

  @Test
  void theFeatureIsClosedBelowItsBetaLevel() {
    int agreement = waiting(TransferAgreementType.SENDING_TO);

    Answer answer = tables.unchangedBy(() -> decide("accept", agreement, answerer.atBetaLevel(1)));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.errors()).hasSize(1).allMatch(error -> error.startsWith("FORBIDDEN"));
  }

  /** Of the initiator's first base and all of the partner's, asked for by the initiator. */
  private int existing(TransferAgreementState state, String firstDay, String lastDay) {
    int agreement = id(create(june(firstDay, lastDay)).ok());
    tables.setState(agreement, state);
    return agreement;
  }

  /** Of all bases of both, asked for by the initiator. */
  private int waiting(TransferAgreementType type) {
    boolean receiving = type == TransferAgreementType.RECEIVING_FROM;
    Set<Integer> own = Set.of(base, otherBase);
    Set<Integer> others = Set.of(partnerBase, otherPartnerBase);
    return tables.newAgreement(
        type,
        TransferAgreementState.UNDER_REVIEW,
        receiving ? others : own,
        receiving ? own : others);
  }

  private static Map<String, Object> june(String firstDay, String lastDay) {
    return Map.of("validFrom", firstDay, "validUntil", lastDay);
  }

  private static Map<String, Object> with(Map<String, Object> input, String field, Object value) {
    Map<String, Object> changed = new HashMap<>(input);
    changed.put(field, value);
    return changed;
  }

  private Answer create(Map<String, Object> changes) {
    return create(initiator, changes);
  }

  private Answer create(TestUser user, Map<String, Object> changes) {
    Map<String, Object> input = new HashMap<>();
    input.put("type", "Bidirectional");
    input.put("initiatingOrganisationId", organisation);
    input.put("initiatingOrganisationBaseIds", List.of(base));
    input.put("partnerOrganisationId", partner);
    input.putAll(changes);
    return server.as(user).ask(CREATE, Map.of("input", input));
  }

  private Answer decide(String decision, int agreement, TestUser user) {
    return server
        .as(user)
        .ask(
            """
            mutation ($id: ID!) {
              result: %sTransferAgreement(id: $id) {
                id state acceptedOn acceptedBy { id } terminatedOn terminatedBy { id }
                sourceBases { id } targetBases { id }
              }
            }
            """
                .formatted(decision),
            Map.of("id", agreement));
  }

  private void assertRefused(Map<String, Object> changes, String words) {
    assertRefused(initiator, changes, words);
  }

  private void assertRefused(TestUser user, Map<String, Object> changes, String words) {
    Answer answer = tables.unchangedBy(() -> create(user, changes));

    assertThat(answer.errors()).as("%s", changes).containsExactly("BAD_USER_INPUT result");
    assertThat(description(answer)).contains(words);
    assertThat(answer.at("/result").isNull()).isTrue();
  }

  private void assertForbidden(TestUser user, Map<String, Object> changes) {
    Answer answer = tables.unchangedBy(() -> create(user, changes));

    assertThat(answer.errors()).containsExactly("FORBIDDEN result");
  }

  private void assertForbidden(String decision, int agreement, TestUser user) {
    Answer answer = tables.unchangedBy(() -> decide(decision, agreement, user));

    assertThat(answer.errors()).containsExactly("FORBIDDEN result");
  }

  private static String description(Answer answer) {
    return answer.body().at("/errors/0/extensions/description").asText();
  }

  private static int id(Answer answer) {
    return answer.at("/result/id").asInt();
  }

  private static String text(int id) {
    return String.valueOf(id);
  }
}
