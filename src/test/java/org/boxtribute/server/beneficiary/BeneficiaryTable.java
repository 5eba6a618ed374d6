package org.boxtribute.server.beneficiary;

import static org.boxtribute.server.persistence.schema.Tables.BENEFICIARY;
import static org.boxtribute.server.persistence.schema.Tables.BENEFICIARY_LANGUAGE;
import static org.boxtribute.server.persistence.schema.Tables.HISTORY_ENTRY;
import static org.boxtribute.server.persistence.schema.Tables.TAG;
import static org.boxtribute.server.persistence.schema.Tables.TAG_RELATION;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.boxtribute.server.persistence.Conditions;
import org.boxtribute.server.persistence.schema.tables.records.BeneficiaryRecord;
import org.boxtribute.server.persistence.schema.tables.records.HistoryEntryRecord;
import org.boxtribute.server.persistence.schema.tables.records.TagRecord;
import org.boxtribute.server.tag.TagType;
import org.boxtribute.server.tag.TaggableResourceType;
import org.boxtribute.server.testing.Client;
import org.boxtribute.server.testing.LegacyRows;
import org.boxtribute.server.testing.TestServer;
import org.boxtribute.server.testing.Unique;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** What the server has stored about beneficiaries, and beneficiaries to write to. */
final class BeneficiaryTable {
  static final int BASE = 1;
  static final int OTHER_BASE = 2;
  static final Instant LONG_AGO = Instant.parse("2024-02-29T12:00:00Z");

  static final String CREATE =
      """
      mutation ($input: BeneficiaryCreationInput) {
        result: createBeneficiary(creationInput: $input) { ...All }
      }
      fragment All on Beneficiary {
        id firstName lastName dateOfBirth gender base { id } groupIdentifier
        familyHead { id } phoneNumber comment isVolunteer registered active
        signed signature dateOfSignature languages tags { id }
        createdOn createdBy { id } lastModifiedOn lastModifiedBy { id }
      }
      """;
  static final String UPDATE =
      CREATE
          .replace("BeneficiaryCreationInput", "BeneficiaryUpdateInput")
          .replace("createBeneficiary(creationInput", "updateBeneficiary(updateInput");
  static final String DEACTIVATE =
      "mutation ($id: ID!) { result: deactivateBeneficiary(id: $id) { id active } }";

  private final TestServer server;
  private final DSLContext sql;

  BeneficiaryTable(TestServer server) {
    this.server = server;
    this.sql = server.sql();
  }

  /** What a request to create a beneficiary has to have, and more. */
  static Map<String, Object> creation(Map<String, ?> more) {
    Map<String, Object> input = new HashMap<>();
    input.put("baseId", BASE);
    input.put("firstName", Unique.name("First"));
    input.put("lastName", Unique.name("Last"));
    input.put("groupIdentifier", "G7");
    input.put("dateOfBirth", "2001-02-03");
    input.put("gender", "Female");
    input.put("isVolunteer", false);
    input.put("registered", true);
    input.putAll(more);
    return Map.of("input", input);
  }

  static Map<String, Object> update(int id, Map<String, ?> changes) {
    Map<String, Object> input = new HashMap<>(changes);
    input.put("id", id);
    return Map.of("input", input);
  }

  /** A map that may have null as a value. */
  static Map<String, Object> given(String name, @Nullable Object value) {
    Map<String, Object> map = new HashMap<>();
    map.put(name, value);
    return map;
  }

  /** Adds a beneficiary of base 1 by the API, and forgets that it was just now. */
  int newPerson(Client client, Map<String, ?> more) {
    int id = client.ask(CREATE, creation(more)).ok().at("/result/id").asInt();
    sql.update(BENEFICIARY)
        .set(BENEFICIARY.LAST_MODIFIED_ON, LONG_AGO)
        .set(BENEFICIARY.LAST_MODIFIED_BY, 4)
        .where(BENEFICIARY.ID.eq(id))
        .execute();
    sql.deleteFrom(HISTORY_ENTRY)
        .where(HISTORY_ENTRY.TABLE_NAME.eq("people"))
        .and(HISTORY_ENTRY.RECORD_ID.eq(id))
        .execute();
    return id;
  }

  /** Changes rows as the older application could have left them. */
  void legacy(String change) {
    LegacyRows.write(sql, change);
  }

  BeneficiaryRecord row(int id) {
    return sql.fetchSingle(BENEFICIARY, BENEFICIARY.ID.eq(id));
  }

  /** A column as the database holds it, in words. */
  String stored(int id, String column) {
    return String.valueOf(
        sql.select(DSL.field("concat({0}, '')", String.class, DSL.field(DSL.name(column))))
            .from(BENEFICIARY)
            .where(BENEFICIARY.ID.eq(id))
            .fetchSingle()
            .value1());
  }

  List<Integer> activeMembers(int head) {
    return sql.selectFrom(BENEFICIARY)
        .where(BENEFICIARY.FAMILY_HEAD_ID.eq(head))
        .and(Conditions.isNotDeleted(BENEFICIARY.DELETED_ON))
        .fetch(BENEFICIARY.ID);
  }

  List<Integer> languageIds(int id) {
    return sql.select(DSL.field(DSL.name("language_id"), Integer.class))
        .from(BENEFICIARY_LANGUAGE)
        .where(BENEFICIARY_LANGUAGE.BENEFICIARY_ID.eq(id))
        .orderBy(1)
        .fetch(row -> row.value1());
  }

  /** What the history tells, as {@code text from to by user}, the oldest first. */
  List<String> history(int id) {
    return sql.selectFrom(HISTORY_ENTRY)
        .where(HISTORY_ENTRY.TABLE_NAME.eq("people"))
        .and(HISTORY_ENTRY.RECORD_ID.eq(id))
        .orderBy(HISTORY_ENTRY.ID)
        .fetch(BeneficiaryTable::words);
  }

  static String words(HistoryEntryRecord entry) {
    String numbers =
        entry.getFromInt() == null && entry.getToInt() == null
            ? ""
            : " " + entry.getFromInt() + " " + entry.getToInt();
    return entry.getChanges() + numbers + " by " + entry.getUserId();
  }

  int newTag(TagType type, int base) {
    TagRecord tag = new TagRecord();
    tag.setBaseId(base);
    tag.setName(Unique.name("Tag"));
    tag.setDescription("");
    tag.setColor("#00ff88");
    tag.setType(type);
    sql.executeInsert(tag);
    return sql.fetchSingle(TAG, TAG.NAME.eq(tag.getName())).getId();
  }

  int newDeletedTag() {
    int id = newTag(TagType.ALL, BASE);
    sql.update(TAG).set(TAG.DELETED_ON, LONG_AGO).where(TAG.ID.eq(id)).execute();
    return id;
  }

  List<Integer> tags(int id) {
    return sql.select(TAG_RELATION.TAG_ID)
        .from(TAG_RELATION)
        .where(TAG_RELATION.OBJECT_TYPE.eq(TaggableResourceType.BENEFICIARY))
        .and(TAG_RELATION.OBJECT_ID.eq(id))
        .and(TAG_RELATION.DELETED_ON.isNull())
        .orderBy(TAG_RELATION.TAG_ID)
        .fetch(TAG_RELATION.TAG_ID);
  }

  /** How many bytes clients have sent to the database so far. */
  long bytesReceived() {
    Object bytes = sql.fetchSingle("show global status like 'Bytes_received'").get(1);
    return Long.parseLong(String.valueOf(bytes));
  }

  /** How many beneficiaries there are, everywhere. */
  int count() {
    return server.sql().fetchCount(BENEFICIARY);
  }
}
