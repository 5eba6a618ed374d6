package org.boxtribute.server.warehouse;

import static org.boxtribute.server.persistence.Conditions.isNotDeleted;
import static org.boxtribute.server.persistence.schema.Tables.LOCATION;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.boxtribute.server.persistence.Conditions;
import org.boxtribute.server.persistence.Transaction;
import org.boxtribute.server.persistence.schema.tables.records.LocationRecord;
import org.boxtribute.server.security.BaseScope;
import org.jooq.DSLContext;

/** Statements about locations. */
@Singleton
public final class LocationRepository {
  private final DSLContext sql;

  LocationRepository(DSLContext sql) {
    this.sql = sql;
  }

  /** The locations of the given ids, of all types, deleted ones included. */
  Map<Integer, LocationRecord> byId(Collection<Integer> ids) {
    return sql.selectFrom(LOCATION).where(LOCATION.ID.in(ids)).fetchMap(LOCATION.ID);
  }

  /** The location of an id, if there is one, of any type, deleted or not. */
  Optional<LocationRecord> find(int id) {
    return sql.selectFrom(LOCATION).where(LOCATION.ID.eq(id)).fetchOptional();
  }

  /** Locks those of the locations that exist, deleted or not, against changes by others. */
  public Map<Integer, LocationRecord> lockForShare(Transaction transaction, Set<Integer> ids) {
    return transaction
        .sql()
        .selectFrom(LOCATION)
        .where(LOCATION.ID.in(ids))
        .orderBy(LOCATION.ID)
        .forShare()
        .fetchMap(LOCATION.ID);
  }

  /** Stores a new location, of whatever type, and gives it back as it was stored. */
  public LocationRecord insert(Transaction transaction, LocationRecord location) {
    return transaction.insert(location);
  }

  /** The location of an id that is known to exist, as a transaction sees it. */
  LocationRecord find(Transaction transaction, int id) {
    return transaction.sql().fetchSingle(LOCATION, LOCATION.ID.eq(id));
  }

  /** The classic locations within a scope, deleted ones included. */
  List<LocationRecord> classicWithin(BaseScope scope) {
    return sql.selectFrom(LOCATION)
        .where(Conditions.within(scope, LOCATION.BASE_ID))
        .and(LOCATION.TYPE.eq(LocationType.CLASSIC_LOCATION))
        .orderBy(LOCATION.ID)
        .fetch();
  }

  /** The classic locations of each of the given bases that are not deleted. */
  Map<Integer, List<LocationRecord>> classicOfBases(Set<Integer> bases) {
    return sql.selectFrom(LOCATION)
        .where(LOCATION.BASE_ID.in(bases))
        .and(LOCATION.TYPE.eq(LocationType.CLASSIC_LOCATION))
        .and(isNotDeleted(LOCATION.DELETED_ON))
        .orderBy(LOCATION.ID)
        .fetchGroups(LOCATION.BASE_ID, row -> row);
  }
}
