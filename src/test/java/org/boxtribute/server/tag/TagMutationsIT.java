package org.boxtribute.server.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.boxtribute.server.persistence.schema.Tables.TAG;
import static org.boxtribute.server.persistence.schema.Tables.TAG_RELATION;
import static org.boxtribute.server.security.Permission.TAG_WRITE;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.boxtribute.server.persistence.schema.tables.records.HistoryEntryRecord;
import org.boxtribute.server.persistence.schema.tables.records.TagRecord;
import org.boxtribute.server.persistence.schema.tables.records.TagRelationRecord;
import org.boxtribute.server.testing.Answer;
import org.boxtribute.server.testing.Client;
import org.boxtribute.server.testing.Crowd;
import org.boxtribute.server.testing.NewHistory;
import org.boxtribute.server.testing.TestServer;
import org.boxtribute.server.testing.TestUser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TagMutationsIT {
  private static final int BASE = 1;
  private static final int OTHER_BASE = 2;
  private static final int BASE_OF_OTHER_ORGANISATION = 3;
  private static final int DELETED_TAG = 108;
  private static final int UNKNOWN_TAG = 987_654;
  private static final int BOX = 1001;
  private static final int BENEFICIARY = 1001;

  private static final String FAILURES =
      """
      __typename
      ... on InsufficientPermissionError { permission: name }
      ... on UnauthorizedForBaseError { id baseName: name organisationName }
      """;
  private static final String CREATE =
      """
      mutation ($input: TagCreationInput) {
        createTag(creationInput: $input) {
          ... on Tag {
            id name description color type createdOn deletedOn lastModifiedOn
            createdBy { id } lastModifiedBy { id } base { id name organisation { id } }
          }
          ... on InvalidColorError { refused: color }
          %s
        }
      }
      """
          .formatted(FAILURES);
  private static final String UPDATE =
      """
      mutation ($input: TagUpdateInput) {
        updateTag(updateInput: $input) {
          ... on Tag { id name description color type lastModifiedOn lastModifiedBy { id } }
          ... on InvalidColorError { refused: color }
          ... on EmptyNameError { _ }
          ... on DeletedTagError { deletedTag: name }
          ... on ResourceDoesNotExistError { missingId: id missing: name }
          %s
        }
      }
      """
          .formatted(FAILURES);
  private static final String DELETE =
      """
      mutation ($id: ID!) {
        deleteTag(id: $id) {
          ... on Tag { id deletedOn }
          ... on ResourceDoesNotExistError { missingId: id missing: name }
          %s
        }
      }
      """
          .formatted(FAILURES);
  private static final String DELETE_MANY =
      """
      mutation ($ids: [Int!]!) {
        deleteTags(ids: $ids) {
          ... on TagsResult { updatedTags { id deletedOn } invalidTagIds }
          __typename
          ... on InsufficientPermissionError { permission: name }
        }
      }
      """;

  private final TestServer server = TestServer.forWrites();
  private final Client coordinator = server.as(TestUser.coordinator());
  private final NewHistory history = new NewHistory(server);

  @Test
  void createTagStoresAndAnswersWhatItWasGiven() {
    Answer answer =
        coordinator
            .ask(CREATE, creation(Map.of("description", "Ship first", "color", "#0f8")))
            .ok();

    assertThat(answer.text("/createTag/name")).isEqualTo("Blankets");
    assertThat(answer.text("/createTag/description")).isEqualTo("Ship first");
    assertThat(answer.text("/createTag/color")).isEqualTo("#0f8");
    assertThat(answer.text("/createTag/type")).isEqualTo("All");
    assertThat(answer.text("/createTag/createdBy/id")).isEqualTo("3");
    assertThat(answer.text("/createTag/base/organisation/id")).isEqualTo("1");
    assertThat(answer.at("/createTag/lastModifiedOn").isNull()).isTrue();
    assertThat(answer.at("/createTag/lastModifiedBy").isNull()).isTrue();
    assertThat(answer.at("/createTag/deletedOn").isNull()).isTrue();
    TagRecord stored = stored(answer.at("/createTag/id").asInt());
    assertThat(stored.getName()).isEqualTo("Blankets");
    assertThat(Instant.parse(answer.text("/createTag/createdOn")))
        .isEqualTo(stored.getCreatedOn())
        .isBetween(Instant.now().minusSeconds(60), Instant.now());
  }

  @Test
  void createTagTellsTheHistory() {
    int id = coordinator.ask(CREATE, creation(Map.of())).ok().at("/createTag/id").asInt();

    List<HistoryEntryRecord> entries = history.entries();
    assertThat(entries)
        .extracting(HistoryEntryRecord::getChanges)
        .containsExactly("Record created");
    HistoryEntryRecord entry = entries.getFirst();
    assertThat(entry.getTableName()).isEqualTo("tags");
    assertThat(entry.getRecordId()).isEqualTo(id);
    assertThat(entry.getUserId()).isEqualTo(3);
    assertThat(entry.getChangeDate()).isEqualTo(stored(id).getCreatedOn());
    assertThat(entry.getFromInt()).isNull();
    assertThat(entry.getToInt()).isNull();
  }

  @Test
  void aNewTagWithoutDescriptionHasAnEmptyOne() {
    assertThat(coordinator.ask(CREATE, creation(Map.of())).ok().text("/createTag/description"))
        .isEmpty();

    Map<String, Object> input = new HashMap<>(creationInput());
    input.put("description", null);
    Answer explicit = coordinator.ask(CREATE, Map.of("input", input)).ok();
    assertThat(explicit.at("/createTag/description").isTextual()).isTrue();
    assertThat(explicit.text("/createTag/description")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"red", "#12345", "123456", "#12345g", "#1234567", "", "#123456\n", "#😀"})
  void createTagRefusesWhatIsNoColor(String color) {
    Answer answer = coordinator.ask(CREATE, creation(Map.of("color", color))).ok();

    assertThat(answer.text("/createTag/__typename")).isEqualTo("InvalidColorError");
    assertThat(answer.text("/createTag/refused")).isEqualTo(color);
    assertNothingWritten();
  }

  @Test
  void createTagNeedsItsInput() {
    assertThat(coordinator.ask(CREATE).errors()).containsExactly("BAD_USER_INPUT createTag");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  "})
  void aNewTagNeedsAName(String name) {
    Answer answer = coordinator.ask(CREATE, creation(Map.of("name", name)));

    assertThat(answer.errors()).containsExactly("BAD_USER_INPUT createTag");
    assertThat(description(answer)).contains("'name'");
    assertNothingWritten();
  }

  @Test
  void aNewTagNeedsABaseThatExists() {
    Answer answer = server.as(TestUser.god()).ask(CREATE, creation(Map.of("baseId", 9999)));

    assertThat(answer.errors()).containsExactly("BAD_USER_INPUT createTag");
    assertNothingWritten();
  }

  @ParameterizedTest
  @ValueSource(strings = {"بطانيات دافئة", "שמיכות", "毛布", "Čaršav — “café”", "a'b\\\"; --"})
  void namesOfAnyScriptAreStoredAsTheyAre(String name) {
    Answer answer = coordinator.ask(CREATE, creation(Map.of("name", name))).ok();

    assertThat(answer.text("/createTag/name")).isEqualTo(name);
    assertThat(stored(answer.at("/createTag/id").asInt()).getName()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Blankets 😀", "𝔅lankets"})
  void charactersThatCannotBeStoredAreLeftOut(String text) {
    String rest = text.startsWith("B") ? "Blankets" : "lankets";

    Answer created = coordinator.ask(CREATE, creation(Map.of("name", text))).ok();

    assertThat(created.text("/createTag/name")).isEqualTo(rest);
    assertThat(stored(created.at("/createTag/id").asInt()).getName()).isEqualTo(rest);
  }

  @Test
  void textsMayBeAsLongAsTheirColumnAndNoLonger() {
    Map<String, ?> fitting =
        creation(Map.of("name", "ش".repeat(255), "description", "ش".repeat(32_767)));
    assertThat(coordinator.ask(CREATE, fitting).ok().text("/createTag/name")).hasSize(255);
    history.forget();

    Answer longName = coordinator.ask(CREATE, creation(Map.of("name", "x".repeat(256))));
    Answer longDescription =
        coordinator.ask(CREATE, creation(Map.of("description", "ش".repeat(32_768))));

    assertThat(longName.errors()).containsExactly("BAD_USER_INPUT createTag");
    assertThat(description(longName)).contains("'name'").contains("255");
    assertThat(longDescription.errors()).containsExactly("BAD_USER_INPUT createTag");
    assertThat(description(longDescription)).contains("'description'").contains("65535");
    assertNothingWritten();
  }

  @Test
  void updateTagChangesWhatIsGivenAndKeepsTheRest() {
    int id = newTag(TagType.ALL);

    Answer answer = coordinator.ask(UPDATE, update(id, Map.of("description", "Warm"))).ok();

    assertThat(answer.text("/updateTag/description")).isEqualTo("Warm");
    assertThat(answer.text("/updateTag/name")).isEqualTo("Blankets");
    assertThat(answer.text("/updateTag/color")).isEqualTo("#00ff88");
    assertThat(answer.text("/updateTag/type")).isEqualTo("All");
    assertThat(answer.text("/updateTag/lastModifiedBy/id")).isEqualTo("3");
    assertThat(Instant.parse(answer.text("/updateTag/lastModifiedOn")))
        .isEqualTo(stored(id).getLastModifiedOn());
  }

  @Test
  void updateTagTellsTheHistoryOfEachChange() {
    int id = newTag(TagType.ALL);

    coordinator
        .ask(
            UPDATE,
            update(
                id,
                Map.of("name", "شال", "description", "Warm", "color", "#c0ffee", "type", "Box")))
        .ok();

    assertThat(history.entries())
        .extracting(HistoryEntryRecord::getChanges)
        .containsExactly(
            "label changed from \"Blankets\" to \"شال\";",
            "description changed from \"\" to \"Warm\";",
            "color changed from \"#00ff88\" to \"#c0ffee\";",
            "type changed from \"All\" to \"Stock\";");
    assertThat(history.entries())
        .allSatisfy(
            entry -> {
              assertThat(entry.getTableName()).isEqualTo("tags");
              assertThat(entry.getRecordId()).isEqualTo(id);
              assertThat(entry.getUserId()).isEqualTo(3);
            });
  }

  @Test
  void updateTagWithoutChangesWritesNothing() {
    int id = newTag(TagType.ALL);
    Map<String, Object> nothing = new HashMap<>();
    nothing.put("name", "Blankets");
    nothing.put("description", null);
    nothing.put("color", null);
    nothing.put("type", "All");

    Answer answer = coordinator.ask(UPDATE, update(id, nothing)).ok();

    assertThat(answer.text("/updateTag/name")).isEqualTo("Blankets");
    assertThat(answer.at("/updateTag/lastModifiedOn").isNull()).isTrue();
    assertNothingWritten();
  }

  @Test
  void changesOfLongTextsAreToldAsFarAsTheHistoryHasRoom() {
    int id = newTag(TagType.ALL);
    coordinator.ask(UPDATE, update(id, Map.of("description", "ش".repeat(32_767)))).ok();
    history.forget();

    coordinator.ask(UPDATE, update(id, Map.of("description", "س".repeat(32_767)))).ok();

    assertThat(history.entries().getFirst().getChanges())
        .startsWith("description changed from \"شش")
        .hasSizeGreaterThan(30_000);
  }

  @Test
  void aTagThatBecomesABoxTagIsTakenOffBeneficiaries() {
    int id = newTag(TagType.ALL);
    attach(id);

    coordinator.ask(UPDATE, update(id, Map.of("type", "Box"))).ok();

    assertThat(attachedTo(id)).containsExactly(TaggableResourceType.BOX);
  }

  @Test
  void aTagThatBecomesABeneficiaryTagIsTakenOffBoxes() {
    int id = newTag(TagType.ALL);
    attach(id);

    coordinator.ask(UPDATE, update(id, Map.of("type", "Beneficiary"))).ok();

    assertThat(attachedTo(id)).containsExactly(TaggableResourceType.BENEFICIARY);
  }

  @Test
  void aTagThatFitsMoreStaysWhereItIs() {
    int id = newTag(TagType.BOX);
    attach(id);

    coordinator.ask(UPDATE, update(id, Map.of("type", "All"))).ok();

    assertThat(attachedTo(id)).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void updateTagRefusesAnEmptyName(String name) {
    Answer answer = coordinator.ask(UPDATE, update(101, Map.of("name", name))).ok();

    assertThat(answer.text("/updateTag/__typename")).isEqualTo("EmptyNameError");
    assertNothingWritten();
  }

  @Test
  void updateTagRefusesWhatIsNoColorAndKeepsTheRest() {
    Answer answer =
        coordinator.ask(UPDATE, update(101, Map.of("name", "Other", "color", "red"))).ok();

    assertThat(answer.text("/updateTag/__typename")).isEqualTo("InvalidColorError");
    assertThat(answer.text("/updateTag/refused")).isEqualTo("red");
    assertThat(stored(101).getName()).isEqualTo("Priority");
    assertNothingWritten();
  }

  @Test
  void updateTagRefusesADeletedTag() {
    Answer answer = coordinator.ask(UPDATE, update(DELETED_TAG, Map.of("name", "Other"))).ok();

    assertThat(answer.text("/updateTag/__typename")).isEqualTo("DeletedTagError");
    assertThat(answer.text("/updateTag/deletedTag")).isEqualTo("Spring campaign");
    assertNothingWritten();
  }

  @Test
  void updateTagAndDeleteTagNeedATagThatExists() {
    Answer updated = coordinator.ask(UPDATE, update(UNKNOWN_TAG, Map.of("name", "Other"))).ok();
    Answer deleted = coordinator.ask(DELETE, Map.of("id", UNKNOWN_TAG)).ok();

    assertThat(updated.text("/updateTag/__typename")).isEqualTo("ResourceDoesNotExistError");
    assertThat(updated.text("/updateTag/missingId")).isEqualTo("987654");
    assertThat(updated.text("/updateTag/missing")).isEqualTo("Tag");
    assertThat(deleted.text("/deleteTag/__typename")).isEqualTo("ResourceDoesNotExistError");
    assertThat(deleted.text("/deleteTag/missingId")).isEqualTo("987654");
    assertThat(deleted.text("/deleteTag/missing")).isEqualTo("Tag");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "", "1.5", "99999999999"})
  void anIdThatIsNoIdIsBadUserInput(String id) {
    Map<String, Object> input = Map.of("id", id, "name", "Other");

    assertThat(coordinator.ask(UPDATE, Map.of("input", input)).errors())
        .containsExactly("BAD_USER_INPUT updateTag");
    assertThat(coordinator.ask(DELETE, Map.of("id", id)).errors())
        .containsExactly("BAD_USER_INPUT deleteTag");
  }

  @Test
  void deleteTagMarksTheTagAndTakesItOffEverything() {
    int id = newTag(TagType.ALL);
    attach(id);

    Answer answer = coordinator.ask(DELETE, Map.of("id", id)).ok();

    assertThat(Instant.parse(answer.text("/deleteTag/deletedOn")))
        .isEqualTo(stored(id).getDeletedOn());
    assertThat(stored(id).getLastModifiedOn()).isNull();
    assertThat(attachedTo(id)).isEmpty();
    assertThat(server.sql().fetch(TAG_RELATION, TAG_RELATION.TAG_ID.eq(id)))
        .extracting(TagRelationRecord::getDeletedBy)
        .containsExactly(3, 3);
    assertThat(history.entries())
        .extracting(HistoryEntryRecord::getRecordId, HistoryEntryRecord::getChanges)
        .containsExactly(tuple(id, "Record deleted"));
  }

  @Test
  void deleteTagLeavesADeletedTagAsItIs() {
    Answer answer = coordinator.ask(DELETE, Map.of("id", DELETED_TAG)).ok();

    assertThat(answer.text("/deleteTag/id")).isEqualTo("108");
    assertThat(Instant.parse(answer.text("/deleteTag/deletedOn")))
        .isEqualTo(Instant.parse("2025-07-01T12:00:00Z"));
    assertNothingWritten();
  }

  @Test
  void deleteTagsDeletesTheValidOnesAndNamesTheOthers() {
    int first = newTag(TagType.ALL);
    int second = newTag(TagType.BOX);
    attach(first);
    int ofOtherBase = 201;
    List<Integer> ids =
        List.of(second, UNKNOWN_TAG, DELETED_TAG, first, ofOtherBase, first, DELETED_TAG, -1);

    Answer answer = coordinator.ask(DELETE_MANY, Map.of("ids", ids)).ok();

    assertThat(answer.texts("/deleteTags/updatedTags", "id"))
        .containsExactly(String.valueOf(first), String.valueOf(second));
    assertThat(answer.texts("/deleteTags/updatedTags", "deletedOn")).doesNotContain("null");
    assertThat(answer.texts("/deleteTags/invalidTagIds"))
        .containsExactly("-1", "108", "201", "987654");
    assertThat(attachedTo(first)).isEmpty();
    assertThat(stored(ofOtherBase).getDeletedOn()).isNull();
    assertThat(history.entries())
        .extracting(HistoryEntryRecord::getRecordId)
        .containsExactly(first, second);
    assertThat(history.entries())
        .extracting(HistoryEntryRecord::getChanges)
        .containsOnly("Record deleted");
  }

  @Test
  void deleteTagsOfNoIdsDoesNothing() {
    Answer answer = coordinator.ask(DELETE_MANY, Map.of("ids", List.of())).ok();

    assertThat(answer.at("/deleteTags/updatedTags")).isEmpty();
    assertThat(answer.at("/deleteTags/invalidTagIds")).isEmpty();
    assertNothingWritten();
  }

  @Test
  void aThousandTagsAreDeletedWithAsManyStatementsAsTwo() {
    List<Integer> few = List.of(newTag(TagType.ALL), newTag(TagType.ALL));
    List<Integer> many = newTags(1000, TagType.ALL);

    List<String> statementsForFew =
        server.statementsOf(() -> coordinator.ask(DELETE_MANY, Map.of("ids", few)).ok());
    List<String> statementsForMany =
        server.statementsOf(
            () ->
                assertThat(
                        coordinator
                            .ask(DELETE_MANY, Map.of("ids", many))
                            .ok()
                            .at("/deleteTags/updatedTags"))
                    .hasSize(1000));

    assertThat(statementsForMany).hasSameSizeAs(statementsForFew);
    assertThat(history.entries()).hasSize(1002);
  }

  @Test
  void withoutThePermissionNothingIsWritten() {
    Client client = server.as(TestUser.coordinator().without(TAG_WRITE));

    Answer created = client.ask(CREATE, creation(Map.of())).ok();
    Answer updated = client.ask(UPDATE, update(101, Map.of("name", "Other"))).ok();
    Answer deleted = client.ask(DELETE, Map.of("id", 101)).ok();
    Answer manyDeleted = client.ask(DELETE_MANY, Map.of("ids", List.of(101))).ok();

    assertThat(created.text("/createTag/permission")).isEqualTo("tag:write");
    assertThat(updated.text("/updateTag/permission")).isEqualTo("tag:write");
    assertThat(deleted.text("/deleteTag/permission")).isEqualTo("tag:write");
    assertThat(manyDeleted.text("/deleteTags/permission")).isEqualTo("tag:write");
    assertNothingWritten();
  }

  @Test
  void thePermissionForAnotherBaseIsNotEnough() {
    Client client = server.as(TestUser.coordinator().in(OTHER_BASE));

    assertUnauthorized(client, BASE, 101, "Lantern");
  }

  @Test
  void thePermissionInAnotherOrganisationIsNotEnough() {
    Client client = server.as(TestUser.coordinator());

    assertUnauthorized(client, BASE_OF_OTHER_ORGANISATION, 301, "Juniper");
  }

  @Test
  void aLowBetaLevelIsRefusedBeforeAnythingIsDone() {
    Client client = server.as(TestUser.coordinator().atBetaLevel(4));

    assertThat(client.ask(CREATE, creation(Map.of())).status()).isEqualTo(400);
    assertThat(client.ask(UPDATE, update(101, Map.of("name", "Other"))).status()).isEqualTo(400);
    assertThat(client.ask(DELETE, Map.of("id", 101)).status()).isEqualTo(400);
    assertThat(client.ask(DELETE_MANY, Map.of("ids", List.of(101))).status()).isEqualTo(400);
    assertNothingWritten();
    Client allowed = server.as(TestUser.coordinator().atBetaLevel(5));
    assertThat(allowed.ask(UPDATE, update(101, Map.of())).ok().text("/updateTag/id"))
        .isEqualTo("101");
  }

  @Test
  void thePartnersApiHasNoMutations() {
    Answer answer =
        server
            .client("/", TestUser.coordinator())
            .ask("mutation { deleteTag(id: 101) { __typename } }");

    assertThat(answer.status()).isEqualTo(400);
    assertNothingWritten();
  }

  @Test
  void mutationsOfOneRequestRunInOrderEachForItself() {
    int id = newTag(TagType.ALL);

    Answer answer =
        coordinator
            .ask(
                """
                mutation ($id: ID!) {
                  first: updateTag(updateInput: {id: $id, name: "First"}) { ... on Tag { name base { id } } }
                  refused: updateTag(updateInput: {id: $id, color: "red"}) { __typename }
                  second: updateTag(updateInput: {id: $id, name: "Second"}) { ... on Tag { name base { id } } }
                  last: deleteTag(id: $id) { ... on Tag { name base { id } } }
                }
                """,
                Map.of("id", id))
            .ok();

    assertThat(answer.text("/first/name")).isEqualTo("First");
    assertThat(answer.text("/refused/__typename")).isEqualTo("InvalidColorError");
    assertThat(answer.text("/second/name")).isEqualTo("Second");
    assertThat(answer.text("/last/name")).isEqualTo("Second");
    assertThat(history.entries())
        .extracting(HistoryEntryRecord::getChanges)
        .containsExactly(
            "label changed from \"Blankets\" to \"First\";",
            "label changed from \"First\" to \"Second\";",
            "Record deleted");
  }

  @Test
  void concurrentChangesOfOneTagLoseNone() {
    int id = newTag(TagType.ALL);

    List<Answer> answers =
        Crowd.asks(
            32,
            number -> coordinator.ask(UPDATE, update(id, Map.of("name", "Name " + number))).ok());

    List<String> changes = history.entries().stream().map(HistoryEntryRecord::getChanges).toList();
    assertThat(answers)
        .extracting(answer -> answer.text("/updateTag/__typename"))
        .containsOnly("Tag");
    assertThat(changes).hasSize(32).doesNotHaveDuplicates();
    String previous = "Blankets";
    for (String entry : changes) {
      assertThat(entry).startsWith("label changed from \"" + previous + "\"");
      previous = entry.substring(entry.lastIndexOf("Name"), entry.length() - 2);
    }
    assertThat(stored(id).getName()).isEqualTo(previous);
  }

  @Test
  void concurrentDeletionsOfOneTagAreToldOnce() {
    int id = newTag(TagType.ALL);
    attach(id);

    List<Answer> answers =
        Crowd.asks(
            32,
            number ->
                number % 2 == 0
                    ? coordinator.ask(DELETE, Map.of("id", id)).ok()
                    : coordinator.ask(DELETE_MANY, Map.of("ids", List.of(id))).ok());

    assertThat(history.entries())
        .extracting(HistoryEntryRecord::getChanges)
        .containsExactly("Record deleted");
    assertThat(answers.stream().filter(answer -> !answer.at("/deleteTags/updatedTags").isEmpty()))
        .hasSizeLessThanOrEqualTo(1);
    assertThat(stored(id).getDeletedOn()).isNotNull();
  }

  @Test
  void concurrentTagsOfOneNameAreTagsOfTheirOwn() {
    List<Answer> answers =
        Crowd.asks(32, number -> coordinator.ask(CREATE, creation(Map.of())).ok());

    assertThat(answers).extracting(answer -> answer.text("/createTag/id")).doesNotHaveDuplicates();
    assertThat(history.entries()).hasSize(32);
  }

  @Test
  void concurrentDeletionsOfManyTagsInAnyOrderAllSucceed() {
    List<Integer> ids = newTags(50, TagType.ALL);
    ids.forEach(this::attach);

    Crowd.asks(
        32,
        number -> {
          List<Integer> some = new ArrayList<>(ids);
          Collections.rotate(some, number);
          return coordinator.ask(DELETE_MANY, Map.of("ids", some.subList(0, 25))).ok();
        });

    assertThat(history.entries())
        .extracting(HistoryEntryRecord::getRecordId)
        .doesNotHaveDuplicates()
        .hasSize(50);
  }

  private void assertUnauthorized(Client client, int base, int tag, String organisation) {
    Answer created = client.ask(CREATE, creation(Map.of("baseId", base))).ok();
    Answer updated = client.ask(UPDATE, update(tag, Map.of("name", "Other"))).ok();
    Answer deleted = client.ask(DELETE, Map.of("id", tag)).ok();
    Answer manyDeleted = client.ask(DELETE_MANY, Map.of("ids", List.of(tag))).ok();

    for (String field : List.of("/createTag", "/updateTag", "/deleteTag")) {
      Answer answer =
          switch (field) {
            case "/createTag" -> created;
            case "/updateTag" -> updated;
            default -> deleted;
          };
      assertThat(answer.text(field + "/__typename")).isEqualTo("UnauthorizedForBaseError");
      assertThat(answer.text(field + "/id")).isEqualTo(String.valueOf(base));
      assertThat(answer.text(field + "/organisationName")).startsWith(organisation);
    }
    assertThat(manyDeleted.texts("/deleteTags/invalidTagIds")).containsExactly(String.valueOf(tag));
    assertNothingWritten();
  }

  private void assertNothingWritten() {
    assertThat(history.entries()).isEmpty();
  }

  private TagRecord stored(int id) {
    return server.sql().fetchSingle(TAG, TAG.ID.eq(id));
  }

  private int newTag(TagType type) {
    return newTags(1, type).getFirst();
  }

  private List<Integer> newTags(int number, TagType type) {
    TagRecord tag = new TagRecord();
    tag.setBaseId(BASE);
    tag.setName("Blankets");
    tag.setDescription("");
    tag.setColor("#00ff88");
    tag.setType(type);
    return server
        .sql()
        .transactionResult(
            transaction -> {
              transaction.dsl().insertInto(TAG).set(Collections.nCopies(number, tag)).execute();
              int first = transaction.dsl().lastID().intValueExact();
              return IntStream.range(first, first + number).boxed().toList();
            });
  }

  private void attach(int tag) {
    server
        .sql()
        .insertInto(
            TAG_RELATION, TAG_RELATION.TAG_ID, TAG_RELATION.OBJECT_TYPE, TAG_RELATION.OBJECT_ID)
        .values(tag, TaggableResourceType.BOX, BOX)
        .values(tag, TaggableResourceType.BENEFICIARY, BENEFICIARY)
        .execute();
  }

  private List<TaggableResourceType> attachedTo(int tag) {
    return server
        .sql()
        .select(TAG_RELATION.OBJECT_TYPE)
        .from(TAG_RELATION)
        .where(TAG_RELATION.TAG_ID.eq(tag))
        .and(TAG_RELATION.DELETED_ON.isNull())
        .fetch(TAG_RELATION.OBJECT_TYPE);
  }

  private static Map<String, Object> creationInput() {
    return Map.of("name", "Blankets", "color", "#00ff88", "type", "All", "baseId", BASE);
  }

  private static Map<String, Object> creation(Map<String, Object> changes) {
    Map<String, Object> input = new HashMap<>(creationInput());
    input.putAll(changes);
    return Map.of("input", input);
  }

  private static Map<String, Object> update(int id, Map<String, Object> changes) {
    Map<String, Object> input = new HashMap<>(changes);
    input.put("id", id);
    return Map.of("input", input);
  }

  private static String description(Answer answer) {
    return answer.body().at("/errors/0/extensions/description").asText();
  }
}
