package org.boxtribute.server.organisation;

import static org.boxtribute.server.persistence.schema.Tables.ORGANISATION;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.boxtribute.server.persistence.Conditions;
import org.boxtribute.server.persistence.Transaction;
import org.boxtribute.server.persistence.schema.tables.records.OrganisationRecord;
import org.jooq.DSLContext;

/** Statements about organisations. */
@Singleton
public final class OrganisationRepository {
  private final DSLContext sql;

  OrganisationRepository(DSLContext sql) {
    this.sql = sql;
  }

  /** The organisations of the given ids, deleted ones included. */
  Map<Integer, OrganisationRecord> byId(Collection<Integer> ids) {
    return sql.selectFrom(ORGANISATION).where(ORGANISATION.ID.in(ids)).fetchMap(ORGANISATION.ID);
  }

  /** The organisation of an id, if there is one, deleted or not. */
  Optional<OrganisationRecord> find(int id) {
    return sql.selectFrom(ORGANISATION).where(ORGANISATION.ID.eq(id)).fetchOptional();
  }

  /**
   * Locks those of the organisations that exist until the transaction's end, so that what two of
   * them may agree on only once is agreed on once.
   *
   * @return their ids
   */
  public Set<Integer> lock(Transaction transaction, Set<Integer> ids) {
    return transaction
        .sql()
        .select(ORGANISATION.ID)
        .from(ORGANISATION)
        .where(ORGANISATION.ID.in(ids))
        .orderBy(ORGANISATION.ID)
        .forUpdate()
        .fetchSet(ORGANISATION.ID);
  }

  /** All organisations that are not deleted. */
  List<OrganisationRecord> all() {
    return sql.selectFrom(ORGANISATION)
        .where(Conditions.isNotDeleted(ORGANISATION.DELETED_ON))
        .orderBy(ORGANISATION.ID)
        .fetch();
  }
}
