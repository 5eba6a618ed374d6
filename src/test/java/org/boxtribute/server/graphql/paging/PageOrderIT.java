package org.boxtribute.server.graphql.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.boxtribute.server.persistence.schema.Tables.SHIPMENT;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.boxtribute.server.persistence.schema.tables.records.ShipmentRecord;
import org.boxtribute.server.testing.TestServer;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An order is total, and what a cursor divides is everything but the row it points to. */
final class PageOrderIT {
  private static final PageOrder<ShipmentRecord> BY_ID = PageOrder.byId(SHIPMENT.ID);
  private static final PageOrder<ShipmentRecord> NEWEST_FIRST =
      PageOrder.newestFirst(SHIPMENT.SENT_ON, SHIPMENT.ID);

  private final DSLContext sql = TestServer.shared().sql();

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aCursorDividesTheListAtItsRow(boolean timed) {
    List<ShipmentRecord> rows = rows(NEWEST_FIRST, true);
    for (int at = 0; at < rows.size(); at++) {
      ShipmentRecord row = rows.get(at);
      Cursor cursor = timed ? NEWEST_FIRST.cursorOf(row) : Cursor.ofId(row.getId());

      assertThat(ids(beyond(NEWEST_FIRST, cursor, true)))
          .isEqualTo(ids(rows.subList(at + 1, rows.size())));
      assertThat(ids(beyond(NEWEST_FIRST, cursor, false))).isEqualTo(ids(rows.subList(0, at)));
    }
  }

  @Test
  void rowsWithoutTimeComeLast() {
    List<Instant> times = new ArrayList<>();
    rows(NEWEST_FIRST, true).forEach(row -> times.add(row.getSentOn()));

    assertThat(times).contains((Instant) null);
    assertThat(times.subList(times.indexOf(null), times.size())).containsOnlyNulls();
  }

  @Test
  void theOrderFromTheEndIsTheReverse() {
    assertThat(ids(rows(NEWEST_FIRST, false))).isEqualTo(ids(rows(NEWEST_FIRST, true)).reversed());
    assertThat(ids(rows(BY_ID, false))).isEqualTo(ids(rows(BY_ID, true)).reversed());
  }

  @Test
  void idsAscend() {
    assertThat(ids(rows(BY_ID, true))).isSorted();
  }

  private List<ShipmentRecord> rows(PageOrder<ShipmentRecord> order, boolean fromStart) {
    return sql.selectFrom(SHIPMENT).orderBy(order.orderBy(fromStart)).fetch();
  }

  private List<ShipmentRecord> beyond(
      PageOrder<ShipmentRecord> order, Cursor cursor, boolean towardsEnd) {
    return sql.selectFrom(SHIPMENT)
        .where(order.beyond(cursor, towardsEnd))
        .orderBy(order.orderBy(true))
        .fetch();
  }

  private static List<Integer> ids(List<ShipmentRecord> rows) {
    return rows.stream().map(ShipmentRecord::getId).toList();
  }
}
