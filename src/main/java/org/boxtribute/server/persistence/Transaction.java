package org.boxtribute.server.persistence;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.boxtribute.server.security.CurrentUser;
import org.jooq.DSLContext;
import org.jooq.InsertSetMoreStep;
import org.jooq.InsertSetStep;
import org.jooq.SQLDialect;
import org.jooq.TableField;
import org.jooq.TableRecord;

/**
 * A write under way. Repositories take it as a parameter, so that a method's signature tells
 * whether its statements belong to one.
 *
 * @param sql statements of this transaction
 * @param user who writes
 * @param now the one time that all rows of this transaction are stamped with, to the second
 * @param history what this transaction adds to the change history
 */
public record Transaction(DSLContext sql, CurrentUser user, Instant now, ChangeHistory history) {

  /** Stores a new row, and gives it back as it was stored, with its id. */
  public <R extends TableRecord<R>> R insert(R row) {
    return inserting().insertInto(row.getTable()).set(row).returning().fetchSingle();
  }

  /** Stores new rows by one statement, and gives them back as they were stored, in their order. */
  public <R extends TableRecord<R>> List<R> insert(List<R> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    return inserting().insertInto(rows.getFirst().getTable()).set(rows).returning().fetch();
  }

  /**
   * As {@link #insert(List)}, for a table with a column that has to hold the zero date as long as
   * there is no time.
   *
   * @param timeless that column; the rows have nothing set for it
   */
  public <R extends TableRecord<R>> List<R> insert(List<R> rows, TableField<R, Instant> timeless) {
    if (rows.isEmpty()) {
      return List.of();
    }
    InsertSetStep<R> next = inserting().insertInto(rows.getFirst().getTable());
    InsertSetMoreStep<R> insert = next.set(timeless, ZeroDate.in(timeless)).set(rows.getFirst());
    for (R row : rows.subList(1, rows.size())) {
      insert = insert.newRecord().set(timeless, ZeroDate.in(timeless)).set(row);
    }
    return insert.returning().fetch();
  }

  /**
   * Stores by one statement what differs of rows from what was read of them; if nothing does, no
   * statement is sent.
   *
   * @param id the column with the rows' ids
   */
  public <R extends TableRecord<R>> void update(TableField<R, Integer> id, Collection<R> rows) {
    ChangedRows.of(id, rows).store(sql);
  }

  /**
   * MariaDB would answer the insert itself with the stored row, but the driver does not expect an
   * answer of an insert. As on MySQL, it is asked for the ids, and the rows are read by them.
   */
  private DSLContext inserting() {
    return sql.configuration().derive(SQLDialect.MYSQL).dsl();
  }
}
