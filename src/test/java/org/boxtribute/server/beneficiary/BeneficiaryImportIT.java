package org.boxtribute.server.beneficiary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.boxtribute.server.beneficiary.BeneficiaryTable.BASE;
import static org.boxtribute.server.beneficiary.BeneficiaryTable.DEACTIVATE;
import static org.boxtribute.server.beneficiary.BeneficiaryTable.OTHER_BASE;
import static org.boxtribute.server.beneficiary.BeneficiaryTable.given;
import static org.boxtribute.server.security.Permission.BENEFICIARY_CREATE;
import static org.boxtribute.server.security.Permission.BENEFICIARY_LANGUAGE_ASSIGN;
import static org.boxtribute.server.security.Permission.TAG_READ;
import static org.boxtribute.server.security.Permission.TAG_RELATION_ASSIGN;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.boxtribute.server.persistence.schema.tables.records.BeneficiaryRecord;
import org.boxtribute.server.persistence.schema.tables.records.HistoryEntryRecord;
import org.boxtribute.server.security.Permission;
import org.boxtribute.server.tag.TagType;
import org.boxtribute.server.testing.Answer;
import org.boxtribute.server.testing.Client;
import org.boxtribute.server.testing.Crowd;
import org.boxtribute.server.testing.NewHistory;
import org.boxtribute.server.testing.TestServer;
import org.boxtribute.server.testing.TestUser;
import org.boxtribute.server.testing.Unique;
import org.junit.jupiter.api.Test;

/** Many beneficiaries at once: all of them or, with the reasons, none. */
final class BeneficiaryImportIT {
  private static final int MANY = 1000;
  private static final int DELETED_BASE = 6;
  private static final int CLIENTS = 32;

  /** What the databases take at once by default, in bytes; here for all statements together. */
  private static final long SMALLEST_PACKET = 16L << 20;

  private static final String IMPORT =
      """
      mutation ($input: BeneficiariesCreationInput) {
        result: createBeneficiaries(creationInput: $input) {
          __typename
          ... on BeneficiariesResult { results {
            __typename
            ... on Beneficiary {
              id firstName lastName groupIdentifier dateOfBirth gender comment isVolunteer registered
              active signed signature dateOfSignature phoneNumber familyHead { id } base { id }
              languages tags { id } createdBy { id } lastModifiedOn
            }
          } }
          ... on ResourceDoesNotExistError { missingId: id name }
          ... on DeletedBaseError { name }
          ... on InsufficientPermissionError { name }
          ... on UnauthorizedForBaseError { baseId: id name organisationName }
        }
      }
      """;

  private final TestServer server = TestServer.forWrites();
  private final BeneficiaryTable table = new BeneficiaryTable(server);
  private final Client coordinator = server.as(TestUser.coordinator());
  private final NewHistory history = new NewHistory(server);

  @Test
  void beneficiariesAreImportedAsTheyAreDescribed() {
    int tag = table.newTag(TagType.BENEFICIARY, BASE);
    int otherTag = table.newTag(TagType.ALL, BASE);
    int head = table.newPerson(coordinator, Map.of());
    history.forget();

    Answer answer =
        ask(List.of(
                Map.ofEntries(
                    Map.entry("firstName", "Some"),
                    Map.entry("lastName", "One"),
                    Map.entry("groupIdentifier", "1234"),
                    Map.entry("dateOfBirth", "2000-01-01"),
                    Map.entry("gender", "Male"),
                    Map.entry("comment", "cool"),
                    Map.entry("isVolunteer", true),
                    Map.entry("registered", false),
                    Map.entry("phoneNumber", "+491234567"),
                    Map.entry("languages", List.of("ckb", "nl", "nl")),
                    Map.entry("familyHeadId", head),
                    Map.entry("tagIds", List.of(tag, otherTag, tag))),
                Map.of("firstName", "Other", "groupIdentifier", "1234")))
            .ok();

    JsonNode one = answer.at("/result/results/0");
    assertThat(one.at("/lastName").asText()).isEqualTo("One");
    assertThat(one.at("/dateOfBirth").asText()).isEqualTo("2000-01-01");
    assertThat(one.at("/gender").asText()).isEqualTo("Male");
    assertThat(one.at("/comment").asText()).isEqualTo("cool");
    assertThat(one.at("/isVolunteer").asBoolean()).isTrue();
    assertThat(one.at("/registered").asBoolean()).isFalse();
    assertThat(one.at("/phoneNumber").asText()).isEqualTo("+491234567");
    assertThat(one.at("/familyHead/id").asInt()).isEqualTo(head);
    assertThat(answer.texts("/result/results/0/languages")).containsExactly("nl", "ckb");
    assertThat(answer.texts("/result/results/0/tags", "id"))
        .containsExactly(String.valueOf(tag), String.valueOf(otherTag));
    JsonNode other = answer.at("/result/results/1");
    assertThat(other.at("/firstName").asText()).isEqualTo("Other");
    assertThat(other.at("/lastName").asText()).isEmpty();
    assertThat(other.at("/dateOfBirth").isNull()).isTrue();
    assertThat(other.at("/gender").asText()).isEqualTo("Diverse");
    assertThat(other.at("/comment").asText()).isEmpty();
    assertThat(other.at("/isVolunteer").asBoolean()).isFalse();
    assertThat(other.at("/registered").asBoolean()).isTrue();
    assertThat(other.at("/active").asBoolean()).isTrue();
    assertThat(other.at("/signed").asBoolean()).isFalse();
    assertThat(other.at("/dateOfSignature").isNull()).isTrue();
    assertThat(other.at("/phoneNumber").isNull()).isTrue();
    assertThat(other.at("/familyHead").isNull()).isTrue();
    assertThat(other.at("/base/id").asText()).isEqualTo("1");
    assertThat(other.at("/languages")).isEmpty();
    assertThat(other.at("/tags")).isEmpty();
    assertThat(other.at("/createdBy/id").asText()).isEqualTo("3");
    assertThat(other.at("/lastModifiedOn").isNull()).isTrue();
    int first = one.at("/id").asInt();
    int second = other.at("/id").asInt();
    assertThat(table.row(first).getSeq()).isEqualTo(2);
    assertThat(table.row(second).getSeq()).isEqualTo(1);
    assertThat(table.row(second).getFamilyId()).isZero();
    assertThat(table.stored(second, "comments")).isEmpty();
    assertThat(table.stored(second, "deleted")).isEqualTo("0000-00-00 00:00:00");
    assertThat(history.entries())
        .extracting(entry -> entry.getRecordId() + " " + BeneficiaryTable.words(entry))
        .containsExactly(first + " Record created by 3", second + " Record created by 3");
  }

  @Test
  void nullMeansTheDefault() {
    Map<String, Object> row = row();
    for (String field :
        List.of(
            "lastName",
            "dateOfBirth",
            "gender",
            "comment",
            "isVolunteer",
            "registered",
            "phoneNumber",
            "languages",
            "familyHeadId",
            "tagIds")) {
      row.putAll(given(field, null));
    }

    Answer answer = ask(List.of(row)).ok();

    assertThat(answer.text("/result/results/0/comment")).isEmpty();
    assertThat(answer.text("/result/results/0/lastName")).isEmpty();
    assertThat(answer.text("/result/results/0/gender")).isEqualTo("Diverse");
    assertThat(answer.at("/result/results/0/registered").asBoolean()).isTrue();
  }

  @Test
  void anEmptyListImportsNobody() {
    Answer answer = ask(List.of()).ok();

    assertThat(answer.text("/result/__typename")).isEqualTo("BeneficiariesResult");
    assertThat(answer.at("/result/results")).isEmpty();
    assertThat(history.entries()).isEmpty();
  }

  @Test
  void everyBadRowIsNamedWithItsFieldsAndValuesAndNobodyIsImported() {
    int deactivated = table.newPerson(coordinator, Map.of());
    coordinator.ask(DEACTIVATE, Map.of("id", deactivated)).ok();
    int ofBoxes = table.newTag(TagType.BOX, BASE);
    int deletedTag = table.newDeletedTag();
    int ofOtherBase = table.newTag(TagType.ALL, OTHER_BASE);
    int tag = table.newTag(TagType.ALL, BASE);
    int before = table.count();
    history.forget();
    String tooLong = "n".repeat(256);
    String tooManyBytes = "é".repeat(32_768);

    Answer answer =
        ask(
            List.of(
                row(),
                row("firstName", tooLong, "lastName", "Ana 😀", "phoneNumber", "😀"),
                row("groupIdentifier", tooLong),
                row(),
                row("comment", tooManyBytes),
                row("dateOfBirth", "0999-12-31"),
                row("familyHeadId", 987_654),
                row("familyHeadId", deactivated),
                row("tagIds", List.of(tag, 987_654, ofBoxes, deletedTag, ofOtherBase)),
                row("lastName", "", "comment", " ")));

    assertThat(answer.errors()).containsExactly("BAD_USER_INPUT result");
    assertThat(answer.at("/result").isNull()).isTrue();
    JsonNode invalid = answer.body().at("/errors/0/extensions/invalid_fields");
    assertThat(invalid)
        .isEqualTo(
            json(
                Map.of(
                    "1",
                    List.of(
                        Map.of("first_name", List.of(tooLong, "n".repeat(255))),
                        Map.of("last_name", List.of("Ana 😀", "Ana")),
                        Map.of("phone_number", List.of("😀", ""))),
                    "2",
                    List.of(Map.of("group_identifier", List.of(tooLong, "n".repeat(255)))),
                    "4",
                    List.of(Map.of("comment", List.of(tooManyBytes, "é".repeat(32_767)))),
                    "5",
                    List.of(Map.of("date_of_birth", orNull("0999-12-31"))),
                    "6",
                    List.of(Map.of("family_head_id", orNull(987_654))),
                    "7",
                    List.of(Map.of("family_head_id", orNull(deactivated))),
                    "8",
                    List.of(
                        Map.of(
                            "tag_ids",
                            List.of(
                                Stream.of(tag, 987_654, ofBoxes, deletedTag, ofOtherBase)
                                    .sorted()
                                    .toList(),
                                List.of(tag)))))));
    assertThat(answer.body().at("/errors/0/message").asText()).doesNotContain("nnn", "Ana");
    assertThat(table.count()).isEqualTo(before);
    assertThat(history.entries()).isEmpty();
  }

  @Test
  void anUnknownBaseIsNamedAndADeletedOneToo() {
    Client god = server.as(TestUser.god());

    Answer unknown = god.ask(IMPORT, input(0, List.of(row()))).ok();
    Answer deleted = god.ask(IMPORT, input(DELETED_BASE, List.of(row()))).ok();
    Answer nobody = god.ask(IMPORT, input(0, List.of())).ok();

    assertThat(unknown.text("/result/__typename")).isEqualTo("ResourceDoesNotExistError");
    assertThat(unknown.text("/result/missingId")).isEqualTo("0");
    assertThat(unknown.text("/result/name")).isEqualTo("Base");
    assertThat(deleted.text("/result/__typename")).isEqualTo("DeletedBaseError");
    assertThat(deleted.text("/result/name")).isEqualTo("Old Mill");
    assertThat(nobody.at("/result/results")).isEmpty();
    assertThat(history.entries()).isEmpty();
  }

  @Test
  void refusalsAreValues() {
    for (Permission missing :
        List.of(BENEFICIARY_CREATE, TAG_READ, BENEFICIARY_LANGUAGE_ASSIGN, TAG_RELATION_ASSIGN)) {
      Client client = server.as(TestUser.coordinator().without(missing));
      Answer answer = client.ask(IMPORT, input(BASE, List.of(row()))).ok();
      assertThat(answer.text("/result/__typename")).isEqualTo("InsufficientPermissionError");
      assertThat(answer.text("/result/name")).isEqualTo(missing.apiName());
    }
    Answer elsewhere = coordinator.ask(IMPORT, input(OTHER_BASE, List.of(row()))).ok();

    assertThat(elsewhere.text("/result/__typename")).isEqualTo("UnauthorizedForBaseError");
    assertThat(elsewhere.text("/result/baseId")).isEqualTo("2");
    assertThat(elsewhere.text("/result/name")).isEqualTo("Riverside");
    assertThat(history.entries()).isEmpty();
  }

  @Test
  void aThousandAreImportedWithAsManyStatementsAsTwoAndInSmallPackets() {
    int tag = table.newTag(TagType.ALL, BASE);
    int otherTag = table.newTag(TagType.ALL, BASE);
    int head = table.newPerson(coordinator, Map.of());
    history.forget();
    IntFunction<Map<String, Object>> full =
        number ->
            row(
                "lastName",
                "Last " + number,
                "comment",
                "Ünïcödé '" + "x".repeat(300),
                "phoneNumber",
                "+49 " + number,
                "languages",
                List.of("en", "ar"),
                "familyHeadId",
                head,
                "tagIds",
                List.of(tag, otherTag));
    List<Map<String, Object>> few = IntStream.range(0, 2).mapToObj(full).toList();
    List<Map<String, Object>> many = IntStream.range(0, MANY).mapToObj(full).toList();

    List<String> statementsForFew = server.statementsOf(() -> ask(few).ok());
    List<Answer> answers = new ArrayList<>();
    long bytes = table.bytesReceived();
    List<String> statementsForMany = server.statementsOf(() -> answers.add(ask(many).ok()));

    assertThat(table.bytesReceived() - bytes).isBetween(300L * MANY, SMALLEST_PACKET);
    assertThat(statementsForMany).hasSameSizeAs(statementsForFew);
    JsonNode results = answers.getFirst().at("/result/results");
    assertThat(results).hasSize(MANY);
    for (int number = 0; number < MANY; number++) {
      assertThat(results.get(number).at("/lastName").asText()).isEqualTo("Last " + number);
      assertThat(results.get(number).at("/tags")).hasSize(2);
      assertThat(results.get(number).at("/languages")).hasSize(2);
    }
    assertThat(history.entries())
        .hasSize(MANY + 2)
        .extracting(HistoryEntryRecord::getChanges)
        .containsOnly("Record created");
  }

  @Test
  void importsAtTheSameTimeKeepTheirRowsApart() {
    int tag = table.newTag(TagType.ALL, BASE);
    int head = table.newPerson(coordinator, Map.of());
    history.forget();

    List<Answer> answers =
        Crowd.asks(
            CLIENTS,
            client ->
                ask(IntStream.range(0, 20)
                        .mapToObj(
                            number ->
                                row(
                                    "lastName",
                                    client + "/" + number,
                                    "familyHeadId",
                                    head,
                                    "languages",
                                    List.of("en"),
                                    "tagIds",
                                    List.of(tag)))
                        .toList())
                    .ok());

    for (int client = 0; client < CLIENTS; client++) {
      JsonNode results = answers.get(client).at("/result/results");
      for (int number = 0; number < 20; number++) {
        assertThat(results.get(number).at("/lastName").asText()).isEqualTo(client + "/" + number);
      }
    }
    assertThat(history.entries()).hasSize(20 * CLIENTS);
  }

  @Test
  void anImportBesideTheDeactivationOfItsHeadTakesPlaceBeforeItOrNotAtAll() {
    List<Integer> heads =
        IntStream.range(0, 8).map(n -> table.newPerson(coordinator, Map.of())).boxed().toList();

    List<Answer> answers =
        Crowd.asks(
            CLIENTS,
            number -> {
              int head = heads.get(number % 8);
              return number / 8 == 1
                  ? coordinator.ask(DEACTIVATE, Map.of("id", head))
                  : ask(List.of(row("familyHeadId", head), row("familyHeadId", head)));
            });

    assertThat(answers)
        .allSatisfy(answer -> assertThat(answer.errors()).isSubsetOf("BAD_USER_INPUT result"));
    for (int head : heads) {
      BeneficiaryRecord row = table.row(head);
      assertThat(row.getDeletedOn()).isNotNull();
      assertThat(table.activeMembers(head)).isEmpty();
    }
  }

  private Answer ask(List<? extends Map<String, ?>> rows) {
    return coordinator.ask(IMPORT, input(BASE, rows));
  }

  private static Map<String, Object> input(int base, List<? extends Map<String, ?>> rows) {
    return Map.of("input", Map.of("baseId", base, "beneficiaryData", rows));
  }

  /** What a row has to have, and more: names and values in turn. */
  private static Map<String, Object> row(Object... more) {
    Map<String, Object> row = new HashMap<>();
    row.put("firstName", Unique.name("First"));
    row.put("groupIdentifier", "G7");
    for (int at = 0; at < more.length; at += 2) {
      row.put(String.valueOf(more[at]), Objects.requireNonNull(more[at + 1]));
    }
    return row;
  }

  private static List<Object> orNull(Object value) {
    List<Object> pair = new ArrayList<>(List.of(value));
    pair.add(null);
    return pair;
  }

  private static JsonNode json(Object value) {
    return new ObjectMapper().valueToTree(value);
  }
}
