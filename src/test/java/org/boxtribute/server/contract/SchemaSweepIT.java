package org.boxtribute.server.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.boxtribute.server.persistence.schema.Tables.BENEFICIARY;
import static org.boxtribute.server.persistence.schema.Tables.BOX;
import static org.boxtribute.server.persistence.schema.Tables.DISTRIBUTION_EVENT;
import static org.boxtribute.server.persistence.schema.Tables.DISTRIBUTION_EVENTS_TRACKING_GROUP;
import static org.boxtribute.server.persistence.schema.Tables.LOCATION;
import static org.boxtribute.server.persistence.schema.Tables.PACKING_LIST_ENTRY;
import static org.boxtribute.server.persistence.schema.Tables.PRODUCT;
import static org.boxtribute.server.persistence.schema.Tables.QR_CODE;
import static org.boxtribute.server.persistence.schema.Tables.SHIPMENT;
import static org.boxtribute.server.persistence.schema.Tables.STANDARD_PRODUCT;
import static org.boxtribute.server.persistence.schema.Tables.TAG;
import static org.boxtribute.server.persistence.schema.Tables.TRANSFER_AGREEMENT;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.boxtribute.server.testing.TestServer;
import org.boxtribute.server.testing.TestUser;
import org.boxtribute.server.warehouse.LocationType;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** Every field of every type that can be read is asked for, and none answers with an error. */
final class SchemaSweepIT {
  private final TestServer server = TestServer.shared();

  @Test
  void everyFieldOfTheFullApiAnswersOnTheDemoData() {
    SchemaSweep sweep = new SchemaSweep(server.as(TestUser.god()));

    sweep.run(arguments(server.sql()));

    assertThat(errors(sweep)).isEmpty();
    assertThat(sweep.neverAsked()).isEmpty();
  }

  @Test
  void everyFieldOfThePublicApiAnswersOnTheDemoData() {
    SchemaSweep sweep = new SchemaSweep(server.anonymous("/public"));

    sweep.run(Map.of());

    assertThat(errors(sweep)).isEmpty();
    assertThat(sweep.neverAsked()).isEmpty();
  }

  static Map<String, List<String>> errors(SchemaSweep sweep) {
    Map<String, List<String>> errors = new TreeMap<>();
    sweep
        .answers()
        .forEach(
            (field, answer) -> {
              if (answer.status() != 200 || answer.body().has("errors")) {
                errors.put(field, answer.errors().stream().limit(5).toList());
              }
            });
    return errors;
  }

  /** Arguments for the root fields that need some, from rows that the database has. */
  static Map<String, String> arguments(DSLContext sql) {
    Map<String, String> arguments = new HashMap<>();
    arguments.put("base", "id: 1");
    arguments.put("organisation", "id: 1");
    arguments.put("boxes", "baseId: 1");
    arguments.put("productCategory", "id: 1");
    putId(arguments, "product", sql, PRODUCT.ID);
    putId(arguments, "tag", sql, TAG.ID);
    putId(arguments, "beneficiary", sql, BENEFICIARY.ID);
    putId(arguments, "shipment", sql, SHIPMENT.ID);
    putId(arguments, "transferAgreement", sql, TRANSFER_AGREEMENT.ID);
    putId(arguments, "standardProduct", sql, STANDARD_PRODUCT.ID);
    putId(arguments, "distributionEvent", sql, DISTRIBUTION_EVENT.ID);
    putId(arguments, "distributionEventsTrackingGroup", sql, DISTRIBUTION_EVENTS_TRACKING_GROUP.ID);
    putId(arguments, "packingListEntry", sql, PACKING_LIST_ENTRY.ID);
    putId(arguments, "location", sql, LOCATION.ID, LOCATION.TYPE.eq(LocationType.CLASSIC_LOCATION));
    putId(
        arguments,
        "distributionSpot",
        sql,
        LOCATION.ID,
        LOCATION.TYPE.eq(LocationType.DISTRIBUTION_SPOT));
    String label = sql.select(max(BOX.LABEL_IDENTIFIER)).from(BOX).fetchSingle().value1();
    arguments.put("box", "labelIdentifier: \"" + label + "\"");
    String code =
        sql.select(max(QR_CODE.CODE))
            .from(QR_CODE)
            .join(BOX)
            .on(BOX.QR_CODE_ID.eq(QR_CODE.ID))
            .fetchSingle()
            .value1();
    arguments.put("qrCode", "code: \"" + code + "\"");
    return arguments;
  }

  private static <R extends Record> void putId(
      Map<String, String> arguments, String field, DSLContext sql, TableField<R, Integer> id) {
    putId(arguments, field, sql, id, DSL.noCondition());
  }

  private static <R extends Record> void putId(
      Map<String, String> arguments,
      String field,
      DSLContext sql,
      TableField<R, Integer> id,
      Condition condition) {
    Integer least = sql.select(min(id)).from(id.getTable()).where(condition).fetchSingle().value1();
    if (least != null) {
      arguments.put(field, "id: " + least);
    }
  }
}
