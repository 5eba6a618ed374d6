package org.boxtribute.server.distribution;

import static org.boxtribute.server.persistence.schema.Tables.LOCATION;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.boxtribute.server.persistence.Conditions;
import org.boxtribute.server.persistence.schema.tables.records.LocationRecord;
import org.boxtribute.server.security.BaseScope;
import org.boxtribute.server.warehouse.LocationType;
import org.jooq.DSLContext;

/** Statements about distribution spots. */
@Singleton
final class DistributionSpotRepository {
  private final DSLContext sql;

  DistributionSpotRepository(DSLContext sql) {
    this.sql = sql;
  }

  /** The location of an id, if there is one, of any type, deleted or not. */
  Optional<LocationRecord> findLocation(int id) {
    return sql.selectFrom(LOCATION).where(LOCATION.ID.eq(id)).fetchOptional();
  }

  /** The spots within a scope, deleted ones included. */
  List<LocationRecord> within(BaseScope scope) {
    return sql.selectFrom(LOCATION)
        .where(Conditions.within(scope, LOCATION.BASE_ID))
        .and(LOCATION.TYPE.eq(LocationType.DISTRIBUTION_SPOT))
        .orderBy(LOCATION.ID)
        .fetch();
  }

  /** The spots of each of the given bases, deleted ones included. */
  Map<Integer, List<LocationRecord>> ofBases(Set<Integer> bases) {
    return sql.selectFrom(LOCATION)
        .where(LOCATION.BASE_ID.in(bases))
        .and(LOCATION.TYPE.eq(LocationType.DISTRIBUTION_SPOT))
        .orderBy(LOCATION.ID)
        .fetchGroups(LOCATION.BASE_ID, row -> row);
  }
}
