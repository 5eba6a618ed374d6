package org.boxtribute.server.beneficiary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.boxtribute.server.beneficiary.BeneficiaryTable.BASE;
import static org.boxtribute.server.beneficiary.BeneficiaryTable.CREATE;
import static org.boxtribute.server.beneficiary.BeneficiaryTable.DEACTIVATE;
import static org.boxtribute.server.beneficiary.BeneficiaryTable.LONG_AGO;
import static org.boxtribute.server.beneficiary.BeneficiaryTable.OTHER_BASE;
import static org.boxtribute.server.beneficiary.BeneficiaryTable.UPDATE;
import static org.boxtribute.server.beneficiary.BeneficiaryTable.creation;
import static org.boxtribute.server.beneficiary.BeneficiaryTable.given;
import static org.boxtribute.server.beneficiary.BeneficiaryTable.update;
import static org.boxtribute.server.security.Permission.BENEFICIARY_DELETE;
import static org.boxtribute.server.security.Permission.BENEFICIARY_EDIT;
import static org.boxtribute.server.security.Permission.BENEFICIARY_LANGUAGE_ASSIGN;
import static org.boxtribute.server.security.Permission.TAG_READ;
import static org.boxtribute.server.security.Permission.TAG_RELATION_ASSIGN;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.boxtribute.server.persistence.schema.tables.records.BeneficiaryRecord;
import org.boxtribute.server.security.Permission;
import org.boxtribute.server.tag.TagType;
import org.boxtribute.server.testing.Answer;
import org.boxtribute.server.testing.Client;
import org.boxtribute.server.testing.Crowd;
import org.boxtribute.server.testing.TestServer;
import org.boxtribute.server.testing.TestUser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BeneficiaryMutationsIT {
  private static final String NO_TIME = "0000-00-00 00:00:00";
  private static final int UNKNOWN = 987_654;
  private static final int DELETED_BASE = 6;

  private final TestServer server = TestServer.forWrites();
  private final BeneficiaryTable table = new BeneficiaryTable(server);
  private final Client coordinator = server.as(TestUser.coordinator());

  @Test
  void aBeneficiaryIsCreatedAsTheyWereDescribed() {
    int tag = table.newTag(TagType.BENEFICIARY, BASE);
    int otherTag = table.newTag(TagType.ALL, BASE);

    Answer answer =
        coordinator
            .ask(
                CREATE,
                creation(
                    Map.of(
                        "firstName", "Nur",
                        "lastName", "O'Hara \\ \"the\" Şen",
                        "isVolunteer", true,
                        "registered", false,
                        "comment", "likes tea",
                        "languages", List.of("ar", "en", "ar"),
                        "signature", "[{\"lx\":1}]",
                        "dateOfSignature", "2022-07-16",
                        "tagIds", List.of(otherTag, tag, tag))))
            .ok();

    assertThat(answer.text("/result/firstName")).isEqualTo("Nur");
    assertThat(answer.text("/result/lastName")).isEqualTo("O'Hara \\ \"the\" Şen");
    assertThat(answer.text("/result/dateOfBirth")).isEqualTo("2001-02-03");
    assertThat(answer.text("/result/gender")).isEqualTo("Female");
    assertThat(answer.text("/result/base/id")).isEqualTo("1");
    assertThat(answer.text("/result/groupIdentifier")).isEqualTo("G7");
    assertThat(answer.at("/result/familyHead").isNull()).isTrue();
    assertThat(answer.at("/result/phoneNumber").isNull()).isTrue();
    assertThat(answer.text("/result/comment")).isEqualTo("likes tea");
    assertThat(answer.at("/result/isVolunteer").asBoolean()).isTrue();
    assertThat(answer.at("/result/registered").asBoolean()).isFalse();
    assertThat(answer.at("/result/active").asBoolean()).isTrue();
    assertThat(answer.at("/result/signed").asBoolean()).isTrue();
    assertThat(answer.text("/result/signature")).isEqualTo("[{\"lx\":1}]");
    assertThat(answer.text("/result/dateOfSignature")).isEqualTo("2022-07-16");
    assertThat(answer.texts("/result/languages")).containsExactly("en", "ar");
    assertThat(answer.texts("/result/tags", "id"))
        .containsExactly(String.valueOf(tag), String.valueOf(otherTag));
    assertThat(answer.text("/result/createdBy/id")).isEqualTo("3");
    assertThat(answer.text("/result/lastModifiedBy/id")).isEqualTo("3");
    assertThat(answer.text("/result/lastModifiedOn")).isEqualTo(answer.text("/result/createdOn"));
    assertThat(table.history(id(answer))).containsExactly("Record created by 3");
  }

  @Test
  void theOlderApplicationFindsItsColumnsFilled() {
    int id = id(coordinator.ask(CREATE, creation(Map.of("registered", false))).ok());

    assertThat(table.stored(id, "notregistered")).isEqualTo("1");
    assertThat(table.stored(id, "seq")).isEqualTo("1");
    assertThat(table.stored(id, "family_id")).isEqualTo("0");
    assertThat(table.stored(id, "visible")).isEqualTo("1");
    assertThat(table.stored(id, "language")).isEqualTo("5");
    assertThat(table.stored(id, "deleted")).isEqualTo(NO_TIME);
    assertThat(table.stored(id, "date_of_signature")).isEqualTo(NO_TIME);
    assertThat(table.stored(id, "bicyclebancomment")).isEmpty();
    assertThat(table.stored(id, "workshopbancomment")).isEmpty();
    assertThat(table.stored(id, "gender")).isEqualTo("F");
    assertThat(table.stored(id, "parent_id")).isEqualTo("null");
  }

  @Test
  void noCommentIsStoredAsAnEmptyText() {
    int left = id(coordinator.ask(CREATE, creation(Map.of())).ok());
    int nothing = id(coordinator.ask(CREATE, creation(given("comment", null))).ok());

    assertThat(table.row(left).getComment()).isEmpty();
    assertThat(table.row(nothing).getComment()).isEmpty();
  }

  @Test
  void whoHasNoDayOfSignatureHasNullForIt() {
    Answer answer = coordinator.ask(CREATE, creation(given("dateOfSignature", null))).ok();

    assertThat(answer.at("/result/dateOfSignature").isNull()).isTrue();
    assertThat(answer.at("/result/signed").asBoolean()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "😀"})
  void anEmptySignatureIsNone(String signature) {
    int id = id(coordinator.ask(CREATE, creation(Map.of("signature", signature))).ok());

    assertThat(table.row(id).getSigned()).isFalse();
    assertThat(table.row(id).getSignature()).isNull();
  }

  @Test
  void aDayOfSignatureAloneDoesNotSign() {
    Answer answer = coordinator.ask(CREATE, creation(Map.of("dateOfSignature", "2022-07-16"))).ok();

    assertThat(answer.at("/result/signed").asBoolean()).isFalse();
    assertThat(answer.text("/result/dateOfSignature")).isEqualTo("2022-07-16");
  }

  @Test
  void whatTheTableCannotHoldIsRefusedAndNamed() {
    assertRefused(CREATE, creation(Map.of("firstName", "x".repeat(256))), "firstName");
    assertRefused(CREATE, creation(Map.of("lastName", "x".repeat(256))), "lastName");
    assertRefused(CREATE, creation(Map.of("groupIdentifier", "x".repeat(256))), "groupIdentifier");
    assertRefused(CREATE, creation(Map.of("comment", "é".repeat(32_768))), "comment");
    assertRefused(CREATE, creation(Map.of("signature", "x".repeat(65_536))), "signature");
    assertRefused(CREATE, creation(Map.of("dateOfBirth", "0999-12-31")), "dateOfBirth");
    assertRefused(CREATE, creation(Map.of("dateOfSignature", "0001-01-01")), "dateOfSignature");
    int id = table.newPerson(coordinator, Map.of());
    assertRefused(UPDATE, update(id, Map.of("lastName", "x".repeat(256))), "lastName");
    assertRefused(UPDATE, update(id, Map.of("dateOfBirth", "0999-12-31")), "dateOfBirth");
    assertThat(table.history(id)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1000-01-01", "1999-12-31", "9999-12-31"})
  void theFirstAndTheLastDaysAreKept(String day) {
    Answer answer =
        coordinator.ask(CREATE, creation(Map.of("dateOfBirth", day, "dateOfSignature", day))).ok();

    assertThat(answer.text("/result/dateOfBirth")).isEqualTo(day);
    assertThat(answer.text("/result/dateOfSignature")).isEqualTo(day);
  }

  @Test
  void tagsThatABeneficiaryCannotHaveAreRefused() {
    int before = table.count();

    assertRefused(CREATE, creation(Map.of("tagIds", List.of(UNKNOWN))), "987654");
    assertRefused(CREATE, creation(Map.of("tagIds", List.of(table.newDeletedTag()))), "deleted");
    int ofBoxes = table.newTag(TagType.BOX, BASE);
    assertRefused(CREATE, creation(Map.of("tagIds", List.of(ofBoxes))), "attached");
    int ofOtherBase = table.newTag(TagType.ALL, OTHER_BASE);
    assertRefused(CREATE, creation(Map.of("tagIds", List.of(105, ofOtherBase))), "base");

    assertThat(table.count()).isEqualTo(before);
  }

  @Test
  void nobodyIsAddedToABaseThatIsDeletedOrUnknown() {
    Client god = server.as(TestUser.god());

    assertThat(god.ask(CREATE, creation(Map.of("baseId", DELETED_BASE))).errors())
        .containsExactly("BAD_USER_INPUT result");
    assertThat(god.ask(CREATE, creation(Map.of("baseId", 0))).errors())
        .containsExactly("BAD_USER_INPUT result");
  }

  @Test
  void anUpdateChangesWhatItGivesAndTheHistoryTellsOfIt() {
    int id =
        table.newPerson(
            coordinator,
            Map.of(
                "firstName", "Some",
                "lastName", "One",
                "comment", "fine",
                "gender", "Diverse",
                "groupIdentifier", "1234",
                "registered", false,
                "isVolunteer", true,
                "dateOfSignature", "2022-07-16"));
    int head = table.newPerson(coordinator, Map.of());

    Answer answer =
        coordinator
            .ask(
                UPDATE,
                update(
                    id,
                    Map.ofEntries(
                        Map.entry("firstName", "Foo"),
                        Map.entry("lastName", "Body"),
                        Map.entry("comment", "cool"),
                        Map.entry("gender", "Male"),
                        Map.entry("groupIdentifier", "1235"),
                        Map.entry("registered", true),
                        Map.entry("isVolunteer", false),
                        Map.entry("dateOfBirth", "2001-01-01"),
                        Map.entry("signature", "drawn"),
                        Map.entry("dateOfSignature", "2021-09-09"),
                        Map.entry("languages", List.of("nl")),
                        Map.entry("familyHeadId", head))))
            .ok();

    assertThat(answer.text("/result/lastName")).isEqualTo("Body");
    assertThat(answer.text("/result/familyHead/id")).isEqualTo(String.valueOf(head));
    assertThat(answer.text("/result/dateOfSignature")).isEqualTo("2021-09-09");
    assertThat(answer.at("/result/signed").asBoolean()).isTrue();
    assertThat(answer.texts("/result/languages")).containsExactly("nl");
    assertThat(answer.text("/result/lastModifiedBy/id")).isEqualTo("3");
    assertThat(table.row(id).getLastModifiedOn()).isAfter(LONG_AGO);
    assertThat(table.history(id))
        .containsExactly(
            "firstname changed from \"Some\" to \"Foo\"; by 3",
            "lastname changed from \"One\" to \"Body\"; by 3",
            "notregistered 1 0 by 3",
            "volunteer 1 0 by 3",
            "comments changed from \"fine\" to \"cool\"; by 3",
            "container changed from \"1234\" to \"1235\"; by 3",
            "date_of_signature changed from \"2022-07-16 00:00:00\" to \"2021-09-09\"; by 3",
            "date_of_birth changed from \"2001-02-03\" to \"2001-01-01\"; by 3",
            "gender changed from \"\" to \"M\"; by 3",
            "approvalsigned 0 1 by 3",
            "parent_id null " + head + " by 3");
  }

  @Test
  void anUpdateThatChangesNothingLeavesTheRowAsItIs() {
    int id =
        table.newPerson(
            coordinator,
            Map.of("firstName", "Same", "dateOfSignature", "2022-07-16", "signature", "s"));
    BeneficiaryRecord before = table.row(id);

    coordinator.ask(UPDATE, update(id, Map.of())).ok();
    coordinator
        .ask(
            UPDATE,
            update(
                id, Map.of("firstName", "Same", "dateOfSignature", "2022-07-16", "signature", "s")))
        .ok();

    assertThat(table.row(id)).isEqualTo(before);
    assertThat(table.history(id)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "firstName",
        "lastName",
        "groupIdentifier",
        "gender",
        "isVolunteer",
        "registered",
        "signature",
        "familyHeadId",
        "languages"
      })
  void nullLeavesWhatABeneficiaryCannotLack(String field) {
    int head = table.newPerson(coordinator, Map.of());
    int id =
        table.newPerson(
            coordinator,
            Map.of("signature", "s", "languages", List.of("fr"), "familyHeadId", head));
    BeneficiaryRecord before = table.row(id);

    coordinator.ask(UPDATE, update(id, given(field, null))).ok();

    assertThat(table.row(id)).isEqualTo(before);
    assertThat(table.languageIds(id)).containsExactly(3);
  }

  @Test
  void nullTakesTheCommentAndTheDaysAway() {
    int id = table.newPerson(coordinator, Map.of("comment", "no", "dateOfSignature", "2022-07-16"));
    Map<String, Object> changes = given("comment", null);
    changes.put("dateOfBirth", null);
    changes.put("dateOfSignature", null);

    Answer answer = coordinator.ask(UPDATE, update(id, changes)).ok();

    assertThat(answer.text("/result/comment")).isEmpty();
    assertThat(answer.at("/result/dateOfBirth").isNull()).isTrue();
    assertThat(answer.at("/result/dateOfSignature").isNull()).isTrue();
    assertThat(table.stored(id, "comments")).isEmpty();
    assertThat(table.stored(id, "date_of_signature")).isEqualTo(NO_TIME);
    assertThat(table.history(id))
        .containsExactly(
            "comments changed from \"no\" to \"\"; by 3",
            "date_of_signature changed from \"2022-07-16 00:00:00\" to \"None\"; by 3",
            "date_of_birth changed from \"2001-02-03\" to \"None\"; by 3");
  }

  @Test
  void anEmptyListTakesAllLanguagesAway() {
    int id = table.newPerson(coordinator, Map.of("languages", List.of("nl", "ckb")));
    table.legacy("insert into x_people_languages values (%d, 9)".formatted(id));

    Answer answer = coordinator.ask(UPDATE, update(id, Map.of("languages", List.of()))).ok();

    assertThat(answer.at("/result/languages")).isEmpty();
    assertThat(table.languageIds(id)).isEmpty();
  }

  @Test
  void anEmptySignatureTakesItAway() {
    int id = table.newPerson(coordinator, Map.of("signature", "drawn"));

    Answer answer = coordinator.ask(UPDATE, update(id, Map.of("signature", ""))).ok();

    assertThat(answer.at("/result/signed").asBoolean()).isFalse();
    assertThat(answer.at("/result/signature").isNull()).isTrue();
    assertThat(table.history(id)).containsExactly("approvalsigned 1 0 by 3");
  }

  @Test
  void aNewSignatureIsStoredThoughTheHistoryDoesNotTellHowItLooks() {
    int id = table.newPerson(coordinator, Map.of("signature", "drawn"));

    coordinator.ask(UPDATE, update(id, Map.of("signature", "drawn anew"))).ok();

    assertThat(table.row(id).getSignature()).isEqualTo("drawn anew");
    assertThat(table.history(id)).isEmpty();
  }

  @Test
  void rowsOfTheOlderApplicationCanBeUpdated() {
    int id = table.newPerson(coordinator, Map.of());
    table.legacy(
        ("update people set date_of_birth = '0000-00-00', comments = null, gender = 'X',"
                + " created = null, created_by = null where id = %d")
            .formatted(id));

    Answer answer =
        coordinator
            .ask(UPDATE, update(id, Map.of("dateOfBirth", "1990-01-01", "comment", "hello")))
            .ok();

    assertThat(answer.text("/result/dateOfBirth")).isEqualTo("1990-01-01");
    assertThat(table.stored(id, "gender")).isEqualTo("X");
    assertThat(table.history(id))
        .containsExactly(
            "comments changed from \"None\" to \"hello\"; by 3",
            "date_of_birth changed from \"None\" to \"1990-01-01\"; by 3");
  }

  @Test
  void aDeactivatedBeneficiaryCanBeUpdatedAndStaysDeactivated() {
    int id = table.newPerson(coordinator, Map.of());
    coordinator.ask(DEACTIVATE, Map.of("id", id)).ok();

    Answer answer = coordinator.ask(UPDATE, update(id, Map.of("comment", "gone"))).ok();

    assertThat(answer.at("/result/active").asBoolean()).isFalse();
    assertThat(answer.text("/result/comment")).isEqualTo("gone");
  }

  @Test
  void whoIsNotThereIsNeitherUpdatedNorDeactivated() {
    assertRefused(UPDATE, update(UNKNOWN, Map.of("lastName", "x")), "987654");
    assertRefused(DEACTIVATE, Map.of("id", UNKNOWN), "987654");
    assertRefused(DEACTIVATE, Map.of("id", "none"), "none");
  }

  @ParameterizedTest
  @EnumSource(
      value = Permission.class,
      names = {
        "BENEFICIARY_CREATE",
        "TAG_READ",
        "BENEFICIARY_LANGUAGE_ASSIGN",
        "TAG_RELATION_ASSIGN"
      })
  void aCreationNeedsAllOfItsPermissions(Permission missing) {
    Client client = server.as(TestUser.coordinator().without(missing));

    assertThat(client.ask(CREATE, creation(Map.of())).errors()).containsExactly("FORBIDDEN result");
  }

  @Test
  void anUpdateAndADeactivationNeedTheirPermissions() {
    int id = table.newPerson(coordinator, Map.of());

    for (Permission missing :
        List.of(BENEFICIARY_EDIT, TAG_READ, BENEFICIARY_LANGUAGE_ASSIGN, TAG_RELATION_ASSIGN)) {
      Client client = server.as(TestUser.coordinator().without(missing));
      assertThat(client.ask(UPDATE, update(id, Map.of("lastName", "x"))).errors())
          .containsExactly("FORBIDDEN result");
    }
    Client client = server.as(TestUser.coordinator().without(BENEFICIARY_DELETE));
    assertThat(client.ask(DEACTIVATE, Map.of("id", id)).errors())
        .containsExactly("FORBIDDEN result");
    assertThat(table.history(id)).isEmpty();
  }

  @Test
  void thePermissionsForAnotherBaseAreNotEnough() {
    int id = table.newPerson(coordinator, Map.of());
    Client client = server.as(TestUser.coordinator().in(OTHER_BASE));

    assertThat(client.ask(CREATE, creation(Map.of())).errors()).containsExactly("FORBIDDEN result");
    assertThat(client.ask(UPDATE, update(id, Map.of("lastName", "x"))).errors())
        .containsExactly("FORBIDDEN result");
    assertThat(client.ask(DEACTIVATE, Map.of("id", id)).errors())
        .containsExactly("FORBIDDEN result");
    assertThat(table.history(id)).isEmpty();
  }

  @Test
  void concurrentChangesOfOneBeneficiaryLoseNone() {
    int id = table.newPerson(coordinator, Map.of("lastName", "Name"));

    Crowd.asks(
        32,
        number ->
            coordinator
                .ask(
                    UPDATE,
                    update(
                        id,
                        Map.of(
                            "lastName",
                            "Name " + number,
                            "languages",
                            number % 2 == 0 ? List.of("en", "fr") : List.of("nl"))))
                .ok());

    List<String> changes = table.history(id);
    assertThat(changes).hasSize(32).doesNotHaveDuplicates();
    String previous = "Name";
    for (String entry : changes) {
      assertThat(entry).startsWith("lastname changed from \"" + previous + "\"");
      previous = entry.substring(entry.lastIndexOf("Name"), entry.lastIndexOf('"'));
    }
    assertThat(table.row(id).getLastName()).isEqualTo(previous);
    assertThat(table.languageIds(id)).isIn(List.of(2, 3), List.of(1));
  }

  @Test
  void theStatementsOfEachWriteAreCounted() {
    int tag = table.newTag(TagType.ALL, BASE);
    int head = table.newPerson(coordinator, Map.of());
    int id = table.newPerson(coordinator, Map.of());
    String create = alone(CREATE);
    String update = alone(UPDATE);

    // locks of base, tag and head; the row, read again; languages; tags; history
    assertThat(
            server.statementsOf(
                () ->
                    coordinator
                        .ask(
                            create,
                            creation(
                                Map.of(
                                    "tagIds", List.of(tag),
                                    "familyHeadId", head,
                                    "languages", List.of("en", "fr"))))
                        .ok()))
        .hasSize(8);
    // base and its lock; lock; row; languages taken away and given; read again; history
    assertThat(
            server.statementsOf(
                () ->
                    coordinator
                        .ask(
                            update,
                            update(
                                id,
                                Map.of(
                                    "lastName",
                                    "x",
                                    "familyHeadId",
                                    head,
                                    "languages",
                                    List.of("en"))))
                        .ok()))
        .hasSize(8);
    // lock; members of the head, and theirs; all marked; read again; history
    assertThat(server.statementsOf(() -> coordinator.ask(DEACTIVATE, Map.of("id", head)).ok()))
        .hasSize(6);
    assertThat(table.row(id).getDeletedOn()).isAfter(Instant.EPOCH);
    assertThat(table.row(id).getDateOfBirth()).isEqualTo(LocalDate.of(2001, 2, 3));
  }

  /** The document without what it asks for besides the id. */
  private static String alone(String document) {
    return document.substring(0, document.indexOf("fragment")).replace("...All", "id");
  }

  private static int id(Answer answer) {
    return answer.at("/result/id").asInt();
  }

  private void assertRefused(String document, Map<String, ?> variables, String named) {
    Answer answer = coordinator.ask(document, variables);
    assertThat(answer.errors()).containsExactly("BAD_USER_INPUT result");
    assertThat(answer.body().at("/errors/0/extensions/description").asText()).contains(named);
  }
}
