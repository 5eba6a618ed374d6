package org.boxtribute.server.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.boxtribute.server.persistence.schema.Tables.BOX;
import static org.boxtribute.server.persistence.schema.Tables.HISTORY_ENTRY;
import static org.boxtribute.server.persistence.schema.Tables.PRODUCT;
import static org.boxtribute.server.persistence.schema.Tables.SIZE;
import static org.boxtribute.server.persistence.schema.Tables.TAG_RELATION;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.boxtribute.server.persistence.schema.tables.records.HistoryEntryRecord;
import org.boxtribute.server.persistence.schema.tables.records.TagRelationRecord;
import org.boxtribute.server.tag.TaggableResourceType;
import org.boxtribute.server.testing.Answer;
import org.boxtribute.server.testing.TestServer;
import org.boxtribute.server.testing.TestUser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Gives one box a history of its own, and reads it. */
final class BoxHistoryIT {
  private static final int BOX_ID = 1599;
  private static final Instant CREATED_ON = Instant.parse("2026-03-01T08:00:00Z");

  private final TestServer server = TestServer.shared();

  @BeforeEach
  void forgetTheHistory() {
    server
        .sql()
        .deleteFrom(HISTORY_ENTRY)
        .where(HISTORY_ENTRY.TABLE_NAME.eq("stock"))
        .and(HISTORY_ENTRY.RECORD_ID.eq(BOX_ID))
        .execute();
    server
        .sql()
        .deleteFrom(TAG_RELATION)
        .where(TAG_RELATION.OBJECT_TYPE.eq(TaggableResourceType.BOX))
        .and(TAG_RELATION.OBJECT_ID.eq(BOX_ID))
        .execute();
    server.sql().update(BOX).set(BOX.CREATED_ON, CREATED_ON).where(BOX.ID.eq(BOX_ID)).execute();
  }

  @Test
  void creationAndDeletionAreToldInFewWords() {
    change("Record created", null, null, "2026-03-01T08:00:00Z");
    change("Record deleted", null, null, "2026-03-02T08:00:00Z");
    change("Box was undeleted.", null, null, "2026-03-03T08:00:00Z");

    assertThat(texts()).containsExactly("Box was undeleted.", "deleted box", "created box");
  }

  @Test
  void ofOneSecondTheCreationComesLast() {
    change("items", 12, 10, "2026-03-01T08:00:01Z");
    change("Record created", null, null, "2026-03-01T08:00:01Z");
    tag(102, "2026-03-01T08:00:01Z", "2026-03-01T08:00:01Z");

    assertThat(texts()).hasSize(4).endsWith("created box");
  }

  @Test
  void aChangedReferenceIsToldByTheNamesOfWhatItRefersTo() {
    change("location_id", 101, 110, "2026-03-01T08:01:00Z");
    change("product_id", 1001, 1002, "2026-03-01T08:02:00Z");
    change("size_id", 1, 2, "2026-03-01T08:03:00Z");
    change("display_unit_id", 1, 4, "2026-03-01T08:04:00Z");
    change("box_state_id", 1, 5, "2026-03-01T08:05:00Z");

    assertThat(texts())
        .containsExactly(
            "changed box state from Instock to Donated",
            "changed unit from kg to g",
            "changed size from %s to %s".formatted(size(1), size(2)),
            "changed product type from %s to %s".formatted(product(1001), product(1002)),
            "changed box location from Shelf A to Sorting, hall 2");
  }

  @Test
  void aChangedNumberIsToldAsItIs() {
    change("items", 12, 0, "2026-03-01T08:01:00Z");
    change("items", 0, 7, "2026-03-01T08:02:00Z");

    assertThat(texts())
        .containsExactly(
            "changed the number of items from 0 to 7", "changed the number of items from 12 to 0");
  }

  @Test
  void aMissingValueIsToldAsSuch() {
    change("items", null, 7, "2026-03-01T08:01:00Z");
    change("size_id", 1, null, "2026-03-01T08:02:00Z");
    change("location_id", 987654, 101, "2026-03-01T08:03:00Z");

    assertThat(texts())
        .containsExactly(
            "changed box location from 987654 to Shelf A",
            "changed size from %s to none".formatted(size(1)),
            "changed the number of items from none to 7");
  }

  @Test
  void aChangedTextIsShownWholeWithItsCommas() {
    change("comments changed from \"a, b\" to \"c, d; e\";", null, null, "2026-03-01T08:01:00Z");
    change("measure_value changed from \"1.50kg\" to \"2.00kg\";", null, null, null);

    assertThat(texts())
        .containsExactly(
            "changed comments from \"a, b\" to \"c, d; e\";",
            "measure_value changed from \"1.50kg\" to \"2.00kg\";");
  }

  @Test
  void aPrintedLabelIsTold() {
    change("New Qr-code assigned by pdf generation.", null, null, "2026-03-01T08:01:00Z");

    assertThat(texts()).containsExactly("created QR code label for box");
  }

  @Test
  void tagsAreToldWhenTheyComeAndGo() {
    tag(102, "2026-03-05T08:00:00Z", "2026-03-06T08:00:00Z");
    tag(103, "2026-03-07T08:00:00Z", null);

    Answer answer = ask();

    assertThat(answer.texts("/box/history", "changes"))
        .containsExactly(
            "assigned tag 'To sort, later' to box",
            "removed tag 'Winter' from box",
            "assigned tag 'Winter' to box");
    assertThat(answer.texts("/box/history", "id"))
        .satisfiesExactly(
            id -> assertThat(id).matches("ta\\d+"),
            id -> assertThat(id).matches("tr\\d+"),
            id -> assertThat(id).matches("ta\\d+"));
    assertThat(answer.text("/box/history/1/user/id")).isEqualTo("4");
    assertThat(answer.text("/box/history/2/user/id")).isEqualTo("3");
  }

  @Test
  void aTagThatTheBoxHadFromTheStartIsNoChange() {
    tag(102, CREATED_ON.toString(), null);
    tag(103, null, "2026-03-06T08:00:00Z");

    assertThat(texts()).containsExactly("removed tag 'To sort, later' from box");
  }

  @Test
  void aDeletedTagStaysInTheHistory() {
    tag(108, "2026-03-05T08:00:00Z", "2026-03-06T08:00:00Z");

    assertThat(texts())
        .containsExactly(
            "removed tag 'Spring campaign' from box", "assigned tag 'Spring campaign' to box");
  }

  @Test
  void theNewestComesFirstAndWhatHasNoTimeLast() {
    change("items", 1, 2, "2026-03-05T08:00:00Z");
    change("items", 2, 3, "2026-03-05T08:00:00Z");
    change("items", 3, 4, null);
    tag(102, "2026-03-05T08:00:00Z", null);
    change("items", 4, 5, "2026-03-04T08:00:00Z");

    assertThat(texts())
        .containsExactly(
            "changed the number of items from 2 to 3",
            "changed the number of items from 1 to 2",
            "assigned tag 'Winter' to box",
            "changed the number of items from 4 to 5",
            "changed the number of items from 3 to 4");
  }

  @Test
  void ofChangesInOneSecondTheCreationComesLast() {
    change("Record created", null, null, "2026-03-05T08:00:00Z");
    change("items", 1, 2, "2026-03-05T08:00:00Z");
    tag(102, "2026-03-05T08:00:00Z", null);

    assertThat(texts())
        .containsExactly(
            "changed the number of items from 1 to 2",
            "assigned tag 'Winter' to box",
            "created box");
  }

  @Test
  void anEntryTellsItsTimeAndItsUserIfKnown() {
    change("items", 1, 2, "2026-03-05T08:09:10Z");
    HistoryEntryRecord anonymous = entry("items", 2, 3, null);
    anonymous.setUserId(null);
    server.sql().insertInto(HISTORY_ENTRY).set(anonymous).execute();

    Answer answer = ask();

    assertThat(answer.text("/box/history/0/changeDate")).isEqualTo("2026-03-05T08:09:10+00:00");
    assertThat(answer.text("/box/history/0/user/name")).isNotEmpty();
    assertThat(answer.at("/box/history/1/changeDate").isNull()).isTrue();
    assertThat(answer.at("/box/history/1/user").isNull()).isTrue();
  }

  @Test
  void changesOfOtherTablesRowsAreNotTold() {
    HistoryEntryRecord ofProduct = entry("Record created", null, null, CREATED_ON);
    ofProduct.setTableName("products");
    server.sql().insertInto(HISTORY_ENTRY).set(ofProduct).execute();

    assertThat(texts()).isEmpty();
  }

  @Test
  void theHistoriesOfManyBoxesAreReadByTwoStatements() {
    String query =
        """
        query ($first: Int) {
          boxes(baseId: 1, paginationInput: {first: $first}) {
            elements { id history { id changes changeDate user { id } } }
          }
        }
        """;

    List<String> many = statements(query, 1000);

    assertThat(many).hasSameSizeAs(statements(query, 1)).hasSize(4);
  }

  private List<String> statements(String query, int first) {
    return server.statementsOf(
        () -> server.as(TestUser.coordinator()).ask(query, Map.of("first", first)).ok());
  }

  private void change(
      String changes, @Nullable Integer from, @Nullable Integer to, @Nullable String time) {
    server
        .sql()
        .insertInto(HISTORY_ENTRY)
        .set(entry(changes, from, to, time == null ? null : Instant.parse(time)))
        .execute();
  }

  private static HistoryEntryRecord entry(
      String changes, @Nullable Integer from, @Nullable Integer to, @Nullable Instant time) {
    HistoryEntryRecord entry = new HistoryEntryRecord();
    entry.setTableName("stock");
    entry.setRecordId(BOX_ID);
    entry.setChanges(changes);
    entry.setUserId(3);
    entry.setChangeDate(time);
    entry.setFromInt(from);
    entry.setToInt(to);
    return entry;
  }

  private void tag(int tag, @Nullable String assignedOn, @Nullable String removedOn) {
    TagRelationRecord relation = new TagRelationRecord();
    relation.setObjectType(TaggableResourceType.BOX);
    relation.setObjectId(BOX_ID);
    relation.setTagId(tag);
    relation.setCreatedOn(assignedOn == null ? null : Instant.parse(assignedOn));
    relation.setCreatedBy(3);
    relation.setDeletedOn(removedOn == null ? null : Instant.parse(removedOn));
    relation.setDeletedBy(4);
    server.sql().insertInto(TAG_RELATION).set(relation).execute();
  }

  private String size(int id) {
    return server.sql().fetchSingle(SIZE, SIZE.ID.eq(id)).getLabel();
  }

  private String product(int id) {
    return server.sql().fetchSingle(PRODUCT, PRODUCT.ID.eq(id)).getName();
  }

  private List<String> texts() {
    return new ArrayList<>(ask().texts("/box/history", "changes"));
  }

  private Answer ask() {
    return server
        .as(TestUser.coordinator())
        .ask(
            """
            {
              box(labelIdentifier: "10001599") {
                history { id changes changeDate user { id name } }
              }
            }
            """)
        .ok();
  }
}
