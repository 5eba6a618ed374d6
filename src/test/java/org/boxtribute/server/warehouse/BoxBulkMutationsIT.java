package org.boxtribute.server.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.boxtribute.server.persistence.schema.Tables.BOX;
import static org.boxtribute.server.persistence.schema.Tables.TAG_RELATION;
import static org.boxtribute.server.security.Permission.STOCK_WRITE;
import static org.boxtribute.server.security.Permission.TAG_RELATION_ASSIGN;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;
import org.boxtribute.server.persistence.schema.tables.records.HistoryEntryRecord;
import org.boxtribute.server.security.Permission;
import org.boxtribute.server.tag.TaggableResourceType;
import org.boxtribute.server.testing.Answer;
import org.boxtribute.server.testing.Client;
import org.boxtribute.server.testing.NewHistory;
import org.boxtribute.server.testing.TestServer;
import org.boxtribute.server.testing.TestUser;
import org.boxtribute.server.testing.Unique;
import org.jooq.Condition;
import org.junit.jupiter.api.Test;

final class BoxBulkMutationsIT {
  private static final int SHELF = 101;
  private static final int OTHER_SHELF = 102;
  private static final int LOST = 106;
  private static final int DELETED_LOCATION = 108;
  private static final int SHELF_OF_OTHER_BASE = 201;
  private static final int SHELF_OF_OTHER_ORGANISATION = 301;
  private static final int UNKNOWN_ID = 987_654;
  private static final String DELETED_BOX = "10001005";
  private static final String BOX_FOR_SHIPMENT = "10001601";
  private static final String BOX_IN_TRANSIT = "10001611";
  private static final String UNKNOWN_BOX = "99999999";
  private static final Instant LONG_AGO = Instant.parse("2024-02-29T12:00:00Z");

  private static final String DELETE =
      """
      mutation ($labels: [String!]!) {
        deleteBoxes(labelIdentifiers: $labels) {
          __typename
          ... on BoxesResult {
            updatedBoxes { labelIdentifier deletedOn lastModifiedOn history { changes } }
            invalidBoxLabelIdentifiers
          }
          ... on InsufficientPermissionError { permission: name }
        }
      }
      """;
  private static final String MOVE =
      """
      mutation ($input: BoxMoveInput) {
        moveBoxesToLocation(updateInput: $input) {
          __typename
          ... on BoxesResult {
            updatedBoxes {
              labelIdentifier state lastModifiedOn lastModifiedBy { id }
              location { id name base { id } }
            }
            invalidBoxLabelIdentifiers
          }
          ... on InsufficientPermissionError { permission: name }
          ... on UnauthorizedForBaseError { id baseName: name organisationName }
          ... on ResourceDoesNotExistError { missingId: id missing: name }
          ... on DeletedLocationError { deletedLocation: name }
        }
      }
      """;

  private static final String TAGS =
      """
      mutation ($input: BoxesTagsOperationInput) {
        result: %s(updateInput: $input) {
          updatedBoxes { labelIdentifier lastModifiedOn lastModifiedBy { id } tags { id } }
          invalidBoxLabelIdentifiers
          tagErrorInfo {
            id
            error {
              __typename
              ... on InsufficientPermissionError { permission: name }
              ... on UnauthorizedForBaseError { baseId: id organisationName }
              ... on ResourceDoesNotExistError { missingId: id missing: name }
              ... on DeletedTagError { deletedTag: name }
              ... on TagTypeMismatchError { expectedType }
            }
          }
        }
      }
      """;
  private static final String ASSIGN = TAGS.formatted("assignTagsToBoxes");
  private static final String UNASSIGN = TAGS.formatted("unassignTagsFromBoxes");

  private final TestServer server = TestServer.forWrites();
  private final Client coordinator = server.as(TestUser.coordinator());
  private final NewHistory history = new NewHistory(server);

  @Test
  void deleteBoxesDeletesTheValidOnesAndNamesTheOthers() {
    String first = newBox(SHELF);
    String second = newBox(OTHER_SHELF);
    String ofOtherBase = newBox(SHELF_OF_OTHER_BASE);
    List<String> labels =
        List.of(
            second,
            UNKNOWN_BOX,
            ofOtherBase,
            first,
            DELETED_BOX,
            BOX_IN_TRANSIT,
            first,
            BOX_FOR_SHIPMENT,
            UNKNOWN_BOX,
            "",
            "שמיכות 😀");

    Answer answer = coordinator.ask(DELETE, Map.of("labels", labels)).ok();

    assertThat(answer.texts("/deleteBoxes/updatedBoxes", "labelIdentifier"))
        .containsExactly(first, second);
    assertThat(answer.texts("/deleteBoxes/invalidBoxLabelIdentifiers"))
        .containsExactly(
            "",
            DELETED_BOX,
            BOX_FOR_SHIPMENT,
            BOX_IN_TRANSIT,
            ofOtherBase,
            UNKNOWN_BOX,
            "שמיכות 😀");
    assertThat(Instant.parse(answer.text("/deleteBoxes/updatedBoxes/0/deletedOn")))
        .isEqualTo(stored(first).getDeletedOn())
        .isBetween(Instant.now().minusSeconds(60), Instant.now());
    assertThat(stored(ofOtherBase).getDeletedOn()).isNull();
    assertThat(answer.text("/deleteBoxes/updatedBoxes/0/history/0/changes")).contains("deleted");
  }

  @Test
  void aLabelWithBlanksAroundItIsTheBoxs() {
    String box = newBox(SHELF);
    List<String> asked = List.of(" " + box, box + " ", box);

    Answer moved =
        coordinator.ask(
            MOVE, Map.of("input", Map.of("labelIdentifiers", asked, "locationId", LOST)));
    Answer deleted = coordinator.ask(DELETE, Map.of("labels", asked));

    for (Answer answer : List.of(moved.ok(), deleted.ok())) {
      assertThat(answer.body().findValuesAsText("labelIdentifier")).containsExactly(box);
      assertThat(answer.body().findValue("invalidBoxLabelIdentifiers")).isEmpty();
    }
  }

  @Test
  void deleteBoxesKeepsWhenABoxWasLastModified() {
    String box = newBox(SHELF);

    Answer answer = coordinator.ask(DELETE, Map.of("labels", List.of(box))).ok();

    assertThat(Instant.parse(answer.text("/deleteBoxes/updatedBoxes/0/lastModifiedOn")))
        .isEqualTo(LONG_AGO);
    assertThat(stored(box).getLastModifiedBy()).isEqualTo(4);
  }

  @Test
  void deleteBoxesTellsTheHistoryOfEachBox() {
    List<String> labels = newBoxes(2, SHELF, BoxState.LOST);

    coordinator.ask(DELETE, Map.of("labels", labels)).ok();

    assertThat(history.entries())
        .extracting(
            HistoryEntryRecord::getTableName,
            HistoryEntryRecord::getRecordId,
            HistoryEntryRecord::getChanges,
            HistoryEntryRecord::getUserId,
            HistoryEntryRecord::getChangeDate)
        .containsExactly(
            tuple("stock", id(labels.get(0)), "Record deleted", 3, deletedOn(labels.get(0))),
            tuple("stock", id(labels.get(1)), "Record deleted", 3, deletedOn(labels.get(1))));
  }

  @Test
  void deleteBoxesOfAllBasesThatAGodUserNames() {
    List<String> labels =
        List.of(newBox(SHELF), newBox(SHELF_OF_OTHER_BASE), newBox(SHELF_OF_OTHER_ORGANISATION));

    Answer answer = server.as(TestUser.god()).ask(DELETE, Map.of("labels", labels)).ok();

    assertThat(answer.texts("/deleteBoxes/updatedBoxes", "labelIdentifier"))
        .containsExactlyElementsOf(labels);
  }

  @Test
  void moveBoxesToLocationMovesTheValidOnesAndNamesTheOthers() {
    String first = newBox(SHELF);
    String second = newBox(SHELF);
    String alreadyThere = newBox(OTHER_SHELF);
    String ofOtherBase = newBox(SHELF_OF_OTHER_BASE);
    List<String> labels =
        List.of(
            second,
            ofOtherBase,
            first,
            second,
            DELETED_BOX,
            alreadyThere,
            BOX_FOR_SHIPMENT,
            UNKNOWN_BOX);

    Answer answer = coordinator.ask(MOVE, move(labels, OTHER_SHELF)).ok();

    assertThat(answer.texts("/moveBoxesToLocation/updatedBoxes", "labelIdentifier"))
        .containsExactly(first, second);
    assertThat(answer.texts("/moveBoxesToLocation/updatedBoxes", "location/id"))
        .containsOnly(String.valueOf(OTHER_SHELF));
    assertThat(answer.texts("/moveBoxesToLocation/updatedBoxes", "lastModifiedBy/id"))
        .containsOnly("3");
    assertThat(answer.texts("/moveBoxesToLocation/invalidBoxLabelIdentifiers"))
        .containsExactly(DELETED_BOX, BOX_FOR_SHIPMENT, alreadyThere, ofOtherBase, UNKNOWN_BOX);
    assertThat(stored(first).getLastModifiedOn())
        .isBetween(Instant.now().minusSeconds(60), Instant.now());
    assertThat(stored(alreadyThere).getLastModifiedOn()).isEqualTo(LONG_AGO);
    assertThat(stored(ofOtherBase).getLocationId()).isEqualTo(SHELF_OF_OTHER_BASE);
  }

  @Test
  void movedBoxesGetTheStateOfTheLocationAndTheHistoryTellsBoth() {
    String inStock = newBoxes(1, SHELF, BoxState.IN_STOCK).getFirst();
    String lost = newBoxes(1, SHELF, BoxState.LOST).getFirst();

    Answer answer = coordinator.ask(MOVE, move(List.of(inStock, lost), LOST)).ok();

    assertThat(answer.texts("/moveBoxesToLocation/updatedBoxes", "state")).containsOnly("Lost");
    assertThat(history.entries())
        .extracting(
            HistoryEntryRecord::getRecordId,
            HistoryEntryRecord::getChanges,
            HistoryEntryRecord::getFromInt,
            HistoryEntryRecord::getToInt)
        .containsExactly(
            tuple(id(inStock), "location_id", SHELF, LOST),
            tuple(id(inStock), "box_state_id", 1, 2),
            tuple(id(lost), "location_id", SHELF, LOST));
    assertThat(history.entries())
        .allSatisfy(
            entry -> {
              assertThat(entry.getTableName()).isEqualTo("stock");
              assertThat(entry.getUserId()).isEqualTo(3);
              assertThat(entry.getChangeDate()).isEqualTo(stored(lost).getLastModifiedOn());
            });
  }

  @Test
  void moveBoxesToLocationNeedsALocationThatIsThere() {
    String box = newBox(SHELF);

    Answer unknown = coordinator.ask(MOVE, move(List.of(box), UNKNOWN_ID)).ok();
    Answer deleted = coordinator.ask(MOVE, move(List.of(box), DELETED_LOCATION)).ok();

    assertThat(unknown.text("/moveBoxesToLocation/__typename"))
        .isEqualTo("ResourceDoesNotExistError");
    assertThat(unknown.text("/moveBoxesToLocation/missingId")).isEqualTo("987654");
    assertThat(unknown.text("/moveBoxesToLocation/missing")).isEqualTo("Location");
    assertThat(deleted.text("/moveBoxesToLocation/__typename")).isEqualTo("DeletedLocationError");
    assertThat(deleted.text("/moveBoxesToLocation/deletedLocation")).isNotEmpty();
    assertUnchanged(box);
  }

  @Test
  void moveBoxesToLocationNeedsItsInput() {
    assertThat(coordinator.ask(MOVE).errors())
        .containsExactly("BAD_USER_INPUT moveBoxesToLocation");
  }

  @Test
  void noBoxesAreChangedWhereNoneAreNamed() {
    Answer deleted = coordinator.ask(DELETE, Map.of("labels", List.of())).ok();
    Answer moved = coordinator.ask(MOVE, move(List.of(), SHELF)).ok();

    assertThat(deleted.at("/deleteBoxes/updatedBoxes")).isEmpty();
    assertThat(deleted.at("/deleteBoxes/invalidBoxLabelIdentifiers")).isEmpty();
    assertThat(moved.at("/moveBoxesToLocation/updatedBoxes")).isEmpty();
    assertThat(moved.at("/moveBoxesToLocation/invalidBoxLabelIdentifiers")).isEmpty();
    assertThat(history.entries()).isEmpty();
  }

  @Test
  void aThousandBoxesAreMovedAndDeletedWithAsManyStatementsAsTwo() {
    List<String> few = newBoxes(2, SHELF, BoxState.IN_STOCK);
    List<String> many = newBoxes(1000, SHELF, BoxState.IN_STOCK);

    List<String> movesOfFew =
        server.statementsOf(() -> coordinator.ask(MOVE, move(few, LOST)).ok());
    List<String> deletionsOfFew =
        server.statementsOf(() -> coordinator.ask(DELETE, Map.of("labels", few)).ok());
    List<Answer> answers = new ArrayList<>();
    List<String> movesOfMany =
        server.statementsOf(() -> answers.add(coordinator.ask(MOVE, move(many, LOST)).ok()));
    List<String> deletionsOfMany =
        server.statementsOf(
            () -> answers.add(coordinator.ask(DELETE, Map.of("labels", many)).ok()));

    assertThat(answers.get(0).at("/moveBoxesToLocation/updatedBoxes")).hasSize(1000);
    assertThat(answers.get(1).at("/deleteBoxes/updatedBoxes")).hasSize(1000);
    assertThat(movesOfMany).hasSameSizeAs(movesOfFew);
    assertThat(deletionsOfMany).hasSameSizeAs(deletionsOfFew);
    assertThat(history.entries()).hasSize(3 * 1002);
  }

  @Test
  void withoutThePermissionNoBoxIsDeletedOrMoved() {
    Client client = server.as(TestUser.coordinator().without(STOCK_WRITE));
    String box = newBox(SHELF);

    Answer deleted = client.ask(DELETE, Map.of("labels", List.of(box))).ok();
    Answer moved = client.ask(MOVE, move(List.of(box), OTHER_SHELF)).ok();

    assertThat(deleted.text("/deleteBoxes/permission")).isEqualTo("stock:write");
    assertThat(moved.text("/moveBoxesToLocation/permission")).isEqualTo("stock:write");
    assertUnchanged(box);
  }

  @Test
  void thePermissionForAnotherBaseIsNotEnoughToDeleteOrMove() {
    String box = newBox(SHELF);

    assertOutOfReach(server.as(TestUser.coordinator().in(2)), box, OTHER_SHELF, "1", "Lantern");
  }

  @Test
  void thePermissionInAnotherOrganisationIsNotEnoughToDeleteOrMove() {
    String box = newBox(SHELF_OF_OTHER_ORGANISATION);

    assertOutOfReach(coordinator, box, 302, "3", "Juniper");
  }

  @Test
  void aLowBetaLevelIsRefusedBeforeBoxesAreDeletedOrMoved() {
    Client client = server.as(TestUser.coordinator().atBetaLevel(2));
    String box = newBox(SHELF);

    assertThat(client.ask(DELETE, Map.of("labels", List.of(box))).status()).isEqualTo(400);
    assertThat(client.ask(MOVE, move(List.of(box), OTHER_SHELF)).status()).isEqualTo(400);
    assertUnchanged(box);
    Client allowed = server.as(TestUser.coordinator().atBetaLevel(3));
    allowed.ask(MOVE, move(List.of(box), OTHER_SHELF)).ok();
    allowed.ask(DELETE, Map.of("labels", List.of(box))).ok();
    assertThat(stored(box).getDeletedOn()).isNotNull();
  }

  @Test
  void assignTagsToBoxesAttachesWhatIsMissing() {
    String none = newBox(SHELF);
    String some = newBox(SHELF);
    String all = newBox(SHELF);
    String ofOtherBase = newBox(SHELF_OF_OTHER_BASE);
    attach(101, some);
    attach(101, all);
    attach(106, all);
    List<String> labels = List.of(some, all, none, UNKNOWN_BOX, ofOtherBase, none, BOX_IN_TRANSIT);

    Answer answer = coordinator.ask(ASSIGN, tagging(labels, 106, 101, 101)).ok();

    assertThat(answer.texts("/result/updatedBoxes", "labelIdentifier")).containsExactly(none, some);
    assertThat(answer.texts("/result/updatedBoxes/0/tags", "id")).containsExactly("101", "106");
    assertThat(answer.texts("/result/updatedBoxes/1/tags", "id")).containsExactly("101", "106");
    assertThat(answer.texts("/result/updatedBoxes", "lastModifiedBy/id")).containsOnly("3");
    assertThat(answer.texts("/result/invalidBoxLabelIdentifiers"))
        .containsExactly(BOX_IN_TRANSIT, all, ofOtherBase, UNKNOWN_BOX);
    assertThat(answer.at("/result/tagErrorInfo")).isEmpty();
    assertThat(attached(some)).isEqualTo(2);
    assertThat(stored(none).getLastModifiedOn()).isAfter(LONG_AGO);
    assertUnchanged(all);
  }

  @Test
  void unassignTagsFromBoxesTakesOffWhatIsThere() {
    String none = newBox(SHELF);
    String some = newBox(SHELF);
    String other = newBox(SHELF);
    attach(101, some);
    attach(102, some);
    attach(102, other);

    Answer answer = coordinator.ask(UNASSIGN, tagging(List.of(other, none, some), 106, 101)).ok();

    assertThat(answer.texts("/result/updatedBoxes", "labelIdentifier")).containsExactly(some);
    assertThat(answer.texts("/result/updatedBoxes/0/tags", "id")).containsExactly("102");
    assertThat(answer.text("/result/updatedBoxes/0/lastModifiedBy/id")).isEqualTo("3");
    assertThat(answer.texts("/result/invalidBoxLabelIdentifiers")).containsExactly(none, other);
    assertThat(attached(some)).isEqualTo(1);
    assertThat(attached(other)).isEqualTo(1);
    assertUnchanged(other);
  }

  @Test
  void unusableTagsAreNamedAndTheOthersAttached() {
    String box = newBox(SHELF);

    Answer answer =
        coordinator.ask(ASSIGN, tagging(List.of(box), UNKNOWN_ID, 201, 104, 108, 101)).ok();

    assertThat(answer.texts("/result/updatedBoxes/0/tags", "id")).containsExactly("101");
    assertThat(answer.texts("/result/tagErrorInfo", "id"))
        .containsExactly("104", "108", "201", "987654");
    assertThat(answer.texts("/result/tagErrorInfo", "error/__typename"))
        .containsExactly(
            "TagTypeMismatchError",
            "DeletedTagError",
            "UnauthorizedForBaseError",
            "ResourceDoesNotExistError");
    assertThat(answer.text("/result/tagErrorInfo/0/error/expectedType")).isEqualTo("Box");
    assertThat(answer.text("/result/tagErrorInfo/1/error/deletedTag")).isEqualTo("Spring campaign");
    assertThat(answer.text("/result/tagErrorInfo/2/error/baseId")).isEqualTo("2");
    assertThat(answer.text("/result/tagErrorInfo/2/error/organisationName")).startsWith("Lantern");
    assertThat(answer.text("/result/tagErrorInfo/3/error/missing")).isEqualTo("Tag");
  }

  @Test
  void deletedTagsAndTagsOfAnotherTypeCanBeTakenOff() {
    String box = newBox(SHELF);
    attach(104, box);
    attach(108, box);

    Answer answer = coordinator.ask(UNASSIGN, tagging(List.of(box), 104, 108)).ok();

    assertThat(answer.at("/result/tagErrorInfo")).isEmpty();
    assertThat(attached(box)).isZero();
  }

  @Test
  void tagsOfSeveralBasesAreAllNamed() {
    String box = newBox(SHELF);
    attach(101, box);
    Client client = server.as(TestUser.coordinator().in(1, 2));

    for (String mutation : List.of(ASSIGN, UNASSIGN)) {
      Answer answer = client.ask(mutation, tagging(List.of(box), 201, 101, UNKNOWN_ID)).ok();

      assertThat(answer.texts("/result/tagErrorInfo", "id"))
          .containsExactly("101", "201", "987654", "987654");
      assertThat(answer.texts("/result/tagErrorInfo", "error/__typename"))
          .containsExactly(
              "TagBaseMismatchError",
              "TagBaseMismatchError",
              "ResourceDoesNotExistError",
              "TagBaseMismatchError");
      assertThat(answer.at("/result/updatedBoxes")).isEmpty();
      assertThat(answer.at("/result/invalidBoxLabelIdentifiers")).isEmpty();
    }
    assertUnchanged(box);
    assertThat(attached(box)).isEqualTo(1);
  }

  @Test
  void noTagsOrNoBoxesChangeNothing() {
    for (String mutation : List.of(ASSIGN, UNASSIGN)) {
      Answer noTags = coordinator.ask(mutation, tagging(List.of(UNKNOWN_BOX))).ok();
      Answer noBoxes = coordinator.ask(mutation, tagging(List.of(), 101)).ok();

      assertThat(noTags.at("/result/invalidBoxLabelIdentifiers")).isEmpty();
      assertThat(noBoxes.at("/result/updatedBoxes")).isEmpty();
      assertThat(coordinator.ask(mutation).errors()).containsExactly("BAD_USER_INPUT result");
    }
  }

  @Test
  void withoutAPermissionEachTagIsNamed() {
    String box = newBox(SHELF);
    attach(101, box);
    for (Permission missing : List.of(TAG_RELATION_ASSIGN, STOCK_WRITE)) {
      Client client = server.as(TestUser.coordinator().without(missing));
      assertRefused(client, box, 102, "InsufficientPermissionError");
      assertRefused(client, box, 101, "InsufficientPermissionError");
    }
    assertThat(attached(box)).isEqualTo(1);
  }

  @Test
  void thePermissionElsewhereIsNotEnoughToChangeTags() {
    String box = newBox(SHELF);
    attach(101, box);
    String ofOtherOrganisation = newBox(SHELF_OF_OTHER_ORGANISATION);
    attach(301, ofOtherOrganisation);

    Client client = server.as(TestUser.coordinator().in(2));
    assertRefused(client, box, 101, "UnauthorizedForBaseError");
    assertRefused(coordinator, ofOtherOrganisation, 301, "UnauthorizedForBaseError");
  }

  @Test
  void aLowBetaLevelIsRefusedBeforeTagsAreChanged() {
    Client client = server.as(TestUser.coordinator().atBetaLevel(2));
    String box = newBox(SHELF);

    assertThat(client.ask(ASSIGN, tagging(List.of(box), 101)).status()).isEqualTo(400);
    assertThat(client.ask(UNASSIGN, tagging(List.of(box), 101)).status()).isEqualTo(400);
    assertUnchanged(box);
  }

  @Test
  void aThousandBoxesGetAndLoseTagsWithAsManyStatementsAsTwo() {
    List<String> few = newBoxes(2, SHELF, BoxState.IN_STOCK);
    List<String> many = newBoxes(1000, SHELF, BoxState.IN_STOCK);

    for (String mutation : List.of(ASSIGN, UNASSIGN)) {
      modifyLongAgo(few);
      modifyLongAgo(many);
      List<String> statementsForFew =
          server.statementsOf(() -> coordinator.ask(mutation, tagging(few, 101, 106)).ok());
      List<Answer> answers = new ArrayList<>();
      List<String> statementsForMany =
          server.statementsOf(
              () -> answers.add(coordinator.ask(mutation, tagging(many, 101, 106)).ok()));

      assertThat(answers.getFirst().at("/result/updatedBoxes")).hasSize(1000);
      assertThat(statementsForMany).hasSameSizeAs(statementsForFew);
    }
    assertThat(history.entries()).isEmpty();
  }

  /** A change in the second of the last one has no new time to store. */
  private void modifyLongAgo(List<String> boxes) {
    server
        .sql()
        .update(BOX)
        .set(BOX.LAST_MODIFIED_ON, BoxTable.LONG_AGO)
        .where(BOX.LABEL_IDENTIFIER.in(boxes))
        .execute();
  }

  private void assertRefused(Client client, String box, int tag, String error) {
    for (String mutation : List.of(ASSIGN, UNASSIGN)) {
      Answer answer = client.ask(mutation, tagging(List.of(box), tag)).ok();

      assertThat(answer.texts("/result/tagErrorInfo", "error/__typename")).containsExactly(error);
      assertThat(answer.at("/result/updatedBoxes")).isEmpty();
    }
    assertUnchanged(box);
  }

  private void attach(int tag, String box) {
    server
        .sql()
        .insertInto(
            TAG_RELATION, TAG_RELATION.TAG_ID, TAG_RELATION.OBJECT_TYPE, TAG_RELATION.OBJECT_ID)
        .values(tag, TaggableResourceType.BOX, id(box))
        .execute();
  }

  private int attached(String box) {
    return server
        .sql()
        .fetchCount(
            TAG_RELATION,
            TAG_RELATION.OBJECT_ID.eq(id(box)),
            TAG_RELATION.OBJECT_TYPE.eq(TaggableResourceType.BOX),
            TAG_RELATION.DELETED_ON.isNull());
  }

  private static Map<String, Object> tagging(List<String> labels, Integer... tags) {
    return Map.of("input", Map.of("labelIdentifiers", labels, "tagIds", List.of(tags)));
  }

  private void assertOutOfReach(
      Client client, String box, int location, String base, String organisation) {
    Answer deleted = client.ask(DELETE, Map.of("labels", List.of(box))).ok();
    Answer moved = client.ask(MOVE, move(List.of(box), location)).ok();

    assertThat(deleted.texts("/deleteBoxes/invalidBoxLabelIdentifiers")).containsExactly(box);
    assertThat(moved.text("/moveBoxesToLocation/__typename")).isEqualTo("UnauthorizedForBaseError");
    assertThat(moved.text("/moveBoxesToLocation/id")).isEqualTo(base);
    assertThat(moved.text("/moveBoxesToLocation/organisationName")).startsWith(organisation);
    assertUnchanged(box);
  }

  private void assertUnchanged(String box) {
    assertThat(stored(box).getDeletedOn()).isNull();
    assertThat(stored(box).getLastModifiedOn()).isEqualTo(LONG_AGO);
    assertThat(history.entries()).isEmpty();
  }

  private BoxRecord stored(String label) {
    Condition labelled = BOX.LABEL_IDENTIFIER.eq(label);
    return server.sql().fetchSingle(BOX, labelled);
  }

  private int id(String label) {
    return stored(label).getId();
  }

  private Instant deletedOn(String label) {
    return stored(label).getDeletedOn();
  }

  private String newBox(int location) {
    return newBoxes(1, location, BoxState.IN_STOCK).getFirst();
  }

  private List<String> newBoxes(int number, int location, BoxState state) {
    List<BoxRecord> rows = new ArrayList<>();
    for (int made = 0; made < number; made++) {
      BoxRecord row = new BoxRecord();
      row.setLabelIdentifier(Unique.label());
      row.setProductId(location / 100 * 1000 + 1);
      row.setNumberOfItems(10);
      row.setLocationId(location);
      row.setState(state);
      row.setCreatedOn(LONG_AGO);
      row.setCreatedBy(4);
      row.setLastModifiedOn(LONG_AGO);
      row.setLastModifiedBy(4);
      rows.add(row);
    }
    server.sql().insertInto(BOX).set(rows).execute();
    return rows.stream().map(BoxRecord::getLabelIdentifier).toList();
  }

  private static Map<String, Object> move(List<String> labels, int location) {
    return Map.of("input", Map.of("labelIdentifiers", labels, "locationId", location));
  }
}
