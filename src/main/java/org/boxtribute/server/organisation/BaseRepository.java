package org.boxtribute.server.organisation;

import static org.boxtribute.server.persistence.Conditions.isNotDeleted;
import static org.boxtribute.server.persistence.schema.Tables.BASE;
import static org.boxtribute.server.persistence.schema.Tables.ORGANISATION;
import static org.jooq.impl.DSL.noCondition;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.boxtribute.server.persistence.Conditions;
import org.boxtribute.server.persistence.Transaction;
import org.boxtribute.server.persistence.schema.tables.records.BaseRecord;
import org.boxtribute.server.security.BaseScope;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** Statements about bases. */
@Singleton
public final class BaseRepository {
  private final DSLContext sql;

  BaseRepository(DSLContext sql) {
    this.sql = sql;
  }

  /** The bases of the given ids, deleted ones included. */
  public Map<Integer, BaseRecord> byId(Collection<Integer> ids) {
    return sql.selectFrom(BASE).where(BASE.ID.in(ids)).fetchMap(BASE.ID);
  }

  /** The base of an id, if there is one, deleted or not. */
  public Optional<BaseRecord> find(int id) {
    return sql.selectFrom(BASE).where(BASE.ID.eq(id)).fetchOptional();
  }

  /** The bases within a scope. */
  List<BaseRecord> within(BaseScope scope, BaseFilter filter) {
    return sql.selectFrom(BASE)
        .where(Conditions.within(scope, BASE.ID))
        .and(listed(filter))
        .orderBy(BASE.ID)
        .fetch();
  }

  /** The bases of each of the given organisations. */
  Map<Integer, List<BaseRecord>> ofOrganisations(Set<Integer> organisations, BaseFilter filter) {
    return sql.selectFrom(BASE)
        .where(BASE.ORGANISATION_ID.in(organisations))
        .and(listed(filter))
        .orderBy(BASE.ID)
        .fetchGroups(BASE.ORGANISATION_ID, row -> row);
  }

  /** The names of the given bases and of their organisations. */
  Map<Integer, BaseNames> names(Collection<Integer> ids) {
    return sql.select(BASE.ID, BASE.NAME, ORGANISATION.NAME)
        .from(BASE)
        .join(ORGANISATION)
        .on(ORGANISATION.ID.eq(BASE.ORGANISATION_ID))
        .where(BASE.ID.in(ids))
        .fetchMap(BASE.ID, row -> new BaseNames(row.value2(), row.value3()));
  }

  /** The base of an id that is known to exist, as a transaction sees it. */
  public BaseRecord find(Transaction transaction, int id) {
    return transaction.sql().fetchSingle(BASE, BASE.ID.eq(id));
  }

  /**
   * Locks a base until the transaction's end, so that what the base may have only once is created
   * once.
   *
   * @return whether there is such a base, deleted or not
   */
  public boolean lock(Transaction transaction, int id) {
    return transaction
        .sql()
        .select(BASE.ID)
        .from(BASE)
        .where(BASE.ID.eq(id))
        .forUpdate()
        .fetchOptional()
        .isPresent();
  }

  /** Locks those of the bases that exist, deleted or not, against changes by others. */
  public Map<Integer, BaseRecord> lockForShare(Transaction transaction, Set<Integer> ids) {
    return transaction
        .sql()
        .selectFrom(BASE)
        .where(BASE.ID.in(ids))
        .orderBy(BASE.ID)
        .forShare()
        .fetchMap(BASE.ID);
  }

  /** Locks the bases of organisations, but for deleted ones, and gives their ids. */
  public Map<Integer, List<Integer>> lockActiveOf(
      Transaction transaction, Set<Integer> organisations) {
    return transaction
        .sql()
        .select(BASE.ORGANISATION_ID, BASE.ID)
        .from(BASE)
        .where(BASE.ORGANISATION_ID.in(organisations))
        .and(isNotDeleted(BASE.DELETED_ON))
        .orderBy(BASE.ID)
        .forShare()
        .fetchGroups(BASE.ORGANISATION_ID, BASE.ID);
  }

  private static Condition listed(BaseFilter filter) {
    return filter.includeDeleted() ? noCondition() : isNotDeleted(BASE.DELETED_ON);
  }

  /** How a base and its organisation are called. */
  record BaseNames(String base, String organisation) {}
}
