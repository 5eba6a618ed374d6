package org.boxtribute.server.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.boxtribute.server.persistence.schema.Tables.TAG_RELATION;
import static org.jooq.impl.DSL.count;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;
import org.boxtribute.server.tag.TaggableResourceType;
import org.boxtribute.server.testing.Answer;
import org.boxtribute.server.testing.Client;
import org.boxtribute.server.testing.Crowd;
import org.boxtribute.server.testing.TestServer;
import org.boxtribute.server.testing.TestUser;
import org.junit.jupiter.api.Test;

/**
 * 32 clients at once change overlapping sets of boxes, named in different orders: the database
 * resolves their deadlocks, and no client notices.
 */
final class BoxBulkConcurrencyIT {
  private static final int CLIENTS = 32;
  private static final String BOX = "10001001";
  private static final List<Integer> SHELVES = List.of(101, 102, 103);

  private static final String DELETE =
      """
      mutation ($labels: [String!]!) {
        result: deleteBoxes(labelIdentifiers: $labels) {
          ... on BoxesResult { updatedBoxes { labelIdentifier } }
        }
      }
      """;
  private static final String MOVE =
      """
      mutation ($labels: [String!]!, $location: Int!) {
        result: moveBoxesToLocation(
          updateInput: { labelIdentifiers: $labels, locationId: $location }
        ) {
          ... on BoxesResult { updatedBoxes { labelIdentifier } }
        }
      }
      """;
  private static final String TAGS =
      """
      mutation ($labels: [String!]!) {
        result: %s(updateInput: { labelIdentifiers: $labels, tagIds: [106, 101, 102] }) {
          updatedBoxes { labelIdentifier }
        }
      }
      """;
  private static final String ASSIGN = TAGS.formatted("assignTagsToBoxes");
  private static final String UNASSIGN = TAGS.formatted("unassignTagsFromBoxes");

  private final TestServer server = TestServer.forWrites();
  private final BoxTable boxes = new BoxTable(server);
  private final Client coordinator = server.as(TestUser.coordinator());

  @Test
  void eachBoxIsDeletedByOneOfThem() {
    List<BoxRecord> rows = newBoxes();

    List<Answer> answers = crowd(rows, (number, labels) -> delete(labels));

    assertThat(updated(answers)).containsExactlyInAnyOrderElementsOf(labels(rows));
    assertThat(rows)
        .allSatisfy(
            box -> assertThat(boxes.history(box.getId())).containsExactly("Record deleted by 3"));
  }

  @Test
  void theHistoryOfABoxTellsEachOfItsMoves() {
    List<BoxRecord> rows = newBoxes();

    List<Answer> answers = crowd(rows, this::move);

    for (BoxRecord box : rows) {
      int location = box.getLocationId();
      List<String> history = boxes.history(box.getId());
      for (String entry : history) {
        assertThat(entry).startsWith("location_id " + location + " ");
        location = Integer.parseInt(entry.split(" ", -1)[2]);
      }
      assertThat(boxes.row(box.getLabelIdentifier()).getLocationId()).isEqualTo(location);
      assertThat(Collections.frequency(updated(answers), box.getLabelIdentifier()))
          .isEqualTo(history.size());
    }
  }

  @Test
  void eachBoxGetsATagOnce() {
    List<BoxRecord> rows = newBoxes();

    List<Answer> answers = crowd(rows, (number, labels) -> tag(ASSIGN, labels));

    assertThat(updated(answers)).containsExactlyInAnyOrderElementsOf(labels(rows));
    assertThat(rows).allSatisfy(box -> assertThat(boxes.tags(box.getId())).hasSize(3));
  }

  @Test
  void changesOfAllKindsLeaveNoTagTwiceAndNoBoxHalfChanged() {
    List<BoxRecord> rows = newBoxes();

    crowd(
        rows,
        (number, labels) ->
            switch (number % 8) {
              case 0 -> delete(labels.subList(0, 2));
              case 1, 2 -> move(number, labels);
              case 3, 4 -> tag(UNASSIGN, labels);
              default -> tag(ASSIGN, labels);
            });

    assertThat(duplicateTags(rows)).isZero();
    assertThat(rows)
        .allSatisfy(
            box ->
                assertThat(Collections.frequency(boxes.history(box.getId()), "Record deleted by 3"))
                    .isEqualTo(boxes.row(box.getLabelIdentifier()).getDeletedOn() == null ? 0 : 1));
  }

  @FunctionalInterface
  private interface Change {
    Answer of(int number, List<String> labels);
  }

  /** Each client names all boxes but four, in an order of its own. */
  private static List<Answer> crowd(List<BoxRecord> rows, Change change) {
    return Crowd.asks(
        CLIENTS,
        number -> {
          List<String> labels = new ArrayList<>(labels(rows));
          Collections.shuffle(labels, new Random(number));
          return change.of(number, labels.subList(4, labels.size())).ok();
        });
  }

  private Answer delete(List<String> labels) {
    return coordinator.ask(DELETE, Map.of("labels", labels));
  }

  private Answer move(int number, List<String> labels) {
    int location = SHELVES.get(number % SHELVES.size());
    return coordinator.ask(MOVE, Map.of("labels", labels, "location", location));
  }

  private Answer tag(String mutation, List<String> labels) {
    return coordinator.ask(mutation, Map.of("labels", labels));
  }

  private int duplicateTags(List<BoxRecord> rows) {
    return server
        .sql()
        .select(TAG_RELATION.OBJECT_ID, TAG_RELATION.TAG_ID)
        .from(TAG_RELATION)
        .where(TAG_RELATION.OBJECT_ID.in(rows.stream().map(BoxRecord::getId).toList()))
        .and(TAG_RELATION.OBJECT_TYPE.eq(TaggableResourceType.BOX))
        .and(TAG_RELATION.DELETED_ON.isNull())
        .groupBy(TAG_RELATION.OBJECT_ID, TAG_RELATION.TAG_ID)
        .having(count().gt(1))
        .fetch()
        .size();
  }

  private List<BoxRecord> newBoxes() {
    return Stream.generate(() -> boxes.copyOf(BOX)).limit(24).toList();
  }

  private static List<String> labels(List<BoxRecord> rows) {
    return rows.stream().map(BoxRecord::getLabelIdentifier).toList();
  }

  private static List<String> updated(List<Answer> answers) {
    return answers.stream()
        .flatMap(answer -> answer.texts("/result/updatedBoxes", "labelIdentifier").stream())
        .toList();
  }
}
