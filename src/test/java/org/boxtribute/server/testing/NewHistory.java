package org.boxtribute.server.testing;

import static org.boxtribute.server.persistence.schema.Tables.HISTORY_ENTRY;
import static org.jooq.impl.DSL.max;

import java.util.List;
import java.util.Objects;
import org.boxtribute.server.persistence.schema.tables.records.HistoryEntryRecord;
import org.jooq.DSLContext;

/** What the change history of a server's database got since this was made, or since it forgot. */
public final class NewHistory {
  private final DSLContext sql;
  private int lastBefore;

  /** Remembers what is there already. */
  public NewHistory(TestServer server) {
    sql = server.sql();
    forget();
  }

  /** Takes what came so far for old. */
  public void forget() {
    Integer last = sql.select(max(HISTORY_ENTRY.ID)).from(HISTORY_ENTRY).fetchSingle().value1();
    lastBefore = Objects.requireNonNullElse(last, 0);
  }

  /** The new entries, the oldest first. */
  public List<HistoryEntryRecord> entries() {
    return sql.selectFrom(HISTORY_ENTRY)
        .where(HISTORY_ENTRY.ID.gt(lastBefore))
        .orderBy(HISTORY_ENTRY.ID)
        .fetch();
  }
}
