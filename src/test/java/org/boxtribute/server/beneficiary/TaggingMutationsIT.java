package org.boxtribute.server.beneficiary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.boxtribute.server.persistence.schema.Tables.BENEFICIARY;
import static org.boxtribute.server.persistence.schema.Tables.BOX;
import static org.boxtribute.server.persistence.schema.Tables.TAG_RELATION;
import static org.boxtribute.server.security.Permission.TAG_RELATION_ASSIGN;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.boxtribute.server.persistence.schema.tables.records.TagRelationRecord;
import org.boxtribute.server.tag.TaggableResourceType;
import org.boxtribute.server.testing.Answer;
import org.boxtribute.server.testing.Client;
import org.boxtribute.server.testing.Crowd;
import org.boxtribute.server.testing.TestServer;
import org.boxtribute.server.testing.TestUser;
import org.jooq.Condition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class TaggingMutationsIT {
  private static final int BOX_ID = 1040;
  private static final int BENEFICIARY_ID = 1020;
  private static final int BOX_TAG = 102;
  private static final int BENEFICIARY_TAG = 105;
  private static final int TAG_OF_ALL = 110;
  private static final int DELETED_TAG = 108;
  private static final int TAG_OF_OTHER_BASE = 201;
  private static final int TAG_OF_OTHER_ORGANISATION = 303;
  private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

  private static final String ASSIGN =
      """
      mutation ($input: TagOperationInput) {
        assignTag(assignmentInput: $input) {
          __typename
          ... on Box { id tags { id } lastModifiedOn lastModifiedBy { id } }
          ... on Beneficiary { id tags { id } lastModifiedOn lastModifiedBy { id } }
        }
      }
      """;
  private static final String UNASSIGN =
      ASSIGN.replace("assignTag(assignmentInput", "unassignTag(unassignmentInput");

  private final TestServer server = TestServer.forWrites();
  private final Client coordinator = server.as(TestUser.coordinator());

  @BeforeEach
  void takeAllTagsOff() {
    server.sql().deleteFrom(TAG_RELATION).where(isOfResource()).execute();
    forgetModification();
  }

  @Test
  void assignTagAttachesATagToABox() {
    Answer answer = coordinator.ask(ASSIGN, input(BOX_TAG, "Box", BOX_ID)).ok();

    assertThat(answer.text("/assignTag/__typename")).isEqualTo("Box");
    assertThat(answer.texts("/assignTag/tags", "id")).containsExactly("102");
    assertThat(Instant.parse(answer.text("/assignTag/lastModifiedOn"))).isAfter(LONG_AGO);
    assertThat(answer.text("/assignTag/lastModifiedBy/id")).isEqualTo("3");
    TagRelationRecord relation = relations().getFirst();
    assertThat(relation.getObjectType()).isEqualTo(TaggableResourceType.BOX);
    assertThat(relation.getCreatedBy()).isEqualTo(3);
    assertThat(relation.getCreatedOn())
        .isEqualTo(Instant.parse(answer.text("/assignTag/lastModifiedOn")));
  }

  @Test
  void assignTagAttachesATagToABeneficiary() {
    Answer answer = coordinator.ask(ASSIGN, input(TAG_OF_ALL, "Beneficiary", BENEFICIARY_ID)).ok();

    assertThat(answer.text("/assignTag/__typename")).isEqualTo("Beneficiary");
    assertThat(answer.texts("/assignTag/tags", "id")).containsExactly("110");
    assertThat(Instant.parse(answer.text("/assignTag/lastModifiedOn"))).isAfter(LONG_AGO);
  }

  @Test
  void assignTagLeavesAResourceThatHasTheTagAsItIs() {
    coordinator.ask(ASSIGN, input(BOX_TAG, "Box", BOX_ID)).ok();
    forgetModification();

    Answer answer = coordinator.ask(ASSIGN, input(BOX_TAG, "Box", BOX_ID)).ok();

    assertThat(answer.texts("/assignTag/tags", "id")).containsExactly("102");
    assertThat(Instant.parse(answer.text("/assignTag/lastModifiedOn"))).isEqualTo(LONG_AGO);
    assertThat(relations()).hasSize(1);
  }

  @Test
  void unassignTagTakesATagOff() {
    coordinator.ask(ASSIGN, input(TAG_OF_ALL, "Beneficiary", BENEFICIARY_ID)).ok();

    Answer answer =
        coordinator.ask(UNASSIGN, input(TAG_OF_ALL, "Beneficiary", BENEFICIARY_ID)).ok();

    assertThat(answer.at("/unassignTag/tags")).isEmpty();
    assertThat(relations().getFirst().getDeletedBy()).isEqualTo(3);
    assertThat(relations().getFirst().getDeletedOn()).isNotNull();
  }

  @Test
  void unassignTagModifiesEvenWhatDoesNotHaveTheTag() {
    Answer answer = coordinator.ask(UNASSIGN, input(BOX_TAG, "Box", BOX_ID)).ok();

    assertThat(Instant.parse(answer.text("/unassignTag/lastModifiedOn"))).isAfter(LONG_AGO);
  }

  @Test
  void aTagIsNotAttachedToWhatItDoesNotFit() {
    assertThat(coordinator.ask(ASSIGN, input(BENEFICIARY_TAG, "Box", BOX_ID)).errors())
        .containsExactly("BAD_USER_INPUT assignTag");
    assertThat(coordinator.ask(ASSIGN, input(BOX_TAG, "Beneficiary", BENEFICIARY_ID)).errors())
        .containsExactly("BAD_USER_INPUT assignTag");
    assertThat(relations()).isEmpty();
  }

  @Test
  void aDeletedTagIsNotAttached() {
    assertThat(coordinator.ask(ASSIGN, input(DELETED_TAG, "Box", BOX_ID)).errors())
        .containsExactly("BAD_USER_INPUT assignTag");
    assertThat(relations()).isEmpty();
  }

  @Test
  void aTagIsNotAttachedInAnotherBase() {
    Client both = server.as(TestUser.coordinator().in(1, 2));

    assertThat(both.ask(ASSIGN, input(TAG_OF_OTHER_BASE, "Box", BOX_ID)).errors())
        .containsExactly("BAD_USER_INPUT assignTag");
    assertThat(both.ask(UNASSIGN, input(TAG_OF_OTHER_BASE, "Box", BOX_ID)).errors())
        .containsExactly("BAD_USER_INPUT unassignTag");
    assertThat(relations()).isEmpty();
  }

  @Test
  void tagAndResourceMustExist() {
    assertThat(coordinator.ask(ASSIGN, input(987_654, "Box", BOX_ID)).errors())
        .containsExactly("BAD_USER_INPUT assignTag");
    assertThat(coordinator.ask(ASSIGN, input(TAG_OF_ALL, "Box", 987_654)).errors())
        .containsExactly("BAD_USER_INPUT assignTag");
    assertThat(coordinator.ask(UNASSIGN, input(TAG_OF_ALL, "Beneficiary", 987_654)).errors())
        .containsExactly("BAD_USER_INPUT unassignTag");
    assertThat(coordinator.ask(ASSIGN).errors()).containsExactly("BAD_USER_INPUT assignTag");
  }

  @Test
  void thePermissionForTheTagsBaseIsNeeded() {
    Client without = server.as(TestUser.coordinator().without(TAG_RELATION_ASSIGN));
    Client otherBase = server.as(TestUser.coordinator().in(2));

    for (Client client : List.of(without, otherBase)) {
      assertThat(client.ask(ASSIGN, input(TAG_OF_ALL, "Box", BOX_ID)).errors())
          .containsExactly("FORBIDDEN assignTag");
      assertThat(client.ask(UNASSIGN, input(TAG_OF_ALL, "Box", BOX_ID)).errors())
          .containsExactly("FORBIDDEN unassignTag");
    }
    assertThat(coordinator.ask(ASSIGN, input(TAG_OF_OTHER_ORGANISATION, "Box", BOX_ID)).errors())
        .containsExactly("FORBIDDEN assignTag");
    assertThat(relations()).isEmpty();
  }

  @Test
  void aLowBetaLevelIsRefused() {
    Client client = server.as(TestUser.coordinator().atBetaLevel(7));

    assertThat(client.ask(ASSIGN, input(BOX_TAG, "Box", BOX_ID)).status()).isEqualTo(400);
    assertThat(client.ask(UNASSIGN, input(BOX_TAG, "Box", BOX_ID)).status()).isEqualTo(400);
    assertThat(relations()).isEmpty();
  }

  @Test
  void concurrentAssignmentsAttachATagOnce() {
    List<Answer> answers =
        Crowd.asks(32, number -> coordinator.ask(ASSIGN, input(BOX_TAG, "Box", BOX_ID)).ok());

    assertThat(answers)
        .allSatisfy(
            answer -> assertThat(answer.texts("/assignTag/tags", "id")).containsExactly("102"));
    assertThat(relations()).hasSize(1);
  }

  private void forgetModification() {
    server.sql().update(BOX).set(BOX.LAST_MODIFIED_ON, LONG_AGO).where(BOX.ID.eq(BOX_ID)).execute();
    server
        .sql()
        .update(BENEFICIARY)
        .set(BENEFICIARY.LAST_MODIFIED_ON, LONG_AGO)
        .where(BENEFICIARY.ID.eq(BENEFICIARY_ID))
        .execute();
  }

  private List<TagRelationRecord> relations() {
    return server.sql().fetch(TAG_RELATION, isOfResource());
  }

  private static Condition isOfResource() {
    return is(TaggableResourceType.BOX, BOX_ID)
        .or(is(TaggableResourceType.BENEFICIARY, BENEFICIARY_ID));
  }

  private static Condition is(TaggableResourceType type, int id) {
    return TAG_RELATION.OBJECT_TYPE.eq(type).and(TAG_RELATION.OBJECT_ID.eq(id));
  }

  private static Map<String, Object> input(int tag, String type, int resource) {
    return Map.of(
        "input",
        Map.of(
            "id", String.valueOf(tag),
            "resourceType", type,
            "resourceId", String.valueOf(resource)));
  }
}
