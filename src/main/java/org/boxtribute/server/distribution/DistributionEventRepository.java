package org.boxtribute.server.distribution;

import static org.boxtribute.server.persistence.schema.Tables.DISTRIBUTION_EVENT;
import static org.boxtribute.server.persistence.schema.Tables.LOCATION;
import static org.jooq.impl.DSL.noCondition;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.boxtribute.server.persistence.schema.tables.records.DistributionEventRecord;
import org.boxtribute.server.warehouse.LocationType;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.SelectOnConditionStep;
import org.jooq.TableField;

/** Statements about distribution events. */
@Singleton
final class DistributionEventRepository {
  private final DSLContext sql;

  DistributionEventRepository(DSLContext sql) {
    this.sql = sql;
  }

  /** The events of the given ids. */
  Map<Integer, DistributionEvent> byId(Collection<Integer> ids) {
    return events()
        .where(DISTRIBUTION_EVENT.ID.in(ids))
        .fetchMap(row -> row.value1().getId(), DistributionEventRepository::event);
  }

  /** The event of an id, if there is one. */
  Optional<DistributionEvent> find(int id) {
    return events()
        .where(DISTRIBUTION_EVENT.ID.eq(id))
        .fetchOptional(DistributionEventRepository::event);
  }

  /** The events at the spots of each of the given bases. */
  Map<Integer, List<DistributionEvent>> ofBases(
      Set<Integer> bases, DistributionEventFilter filter) {
    return events()
        .where(LOCATION.BASE_ID.in(bases))
        .and(LOCATION.TYPE.eq(LocationType.DISTRIBUTION_SPOT))
        .and(listed(filter))
        .orderBy(DISTRIBUTION_EVENT.ID)
        .fetchGroups(Record2::value2, DistributionEventRepository::event);
  }

  /** The events at each of the given spots. */
  Map<Integer, List<DistributionEvent>> ofSpots(Set<Integer> spots) {
    return by(DISTRIBUTION_EVENT.DISTRIBUTION_SPOT_ID, spots);
  }

  /** The events of each of the given tracking groups. */
  Map<Integer, List<DistributionEvent>> ofTrackingGroups(Set<Integer> groups) {
    return by(DISTRIBUTION_EVENT.DISTRIBUTION_EVENTS_TRACKING_GROUP_ID, groups);
  }

  private Map<Integer, List<DistributionEvent>> by(
      TableField<DistributionEventRecord, Integer> column, Set<Integer> ids) {
    return events()
        .where(column.in(ids))
        .orderBy(DISTRIBUTION_EVENT.ID)
        .fetchGroups(row -> row.value1().get(column), DistributionEventRepository::event);
  }

  private SelectOnConditionStep<Record2<DistributionEventRecord, Integer>> events() {
    return sql.select(DISTRIBUTION_EVENT, LOCATION.BASE_ID)
        .from(DISTRIBUTION_EVENT)
        .join(LOCATION)
        .on(LOCATION.ID.eq(DISTRIBUTION_EVENT.DISTRIBUTION_SPOT_ID));
  }

  private static Condition listed(DistributionEventFilter filter) {
    return filter.states().isEmpty() ? noCondition() : DISTRIBUTION_EVENT.STATE.in(filter.states());
  }

  private static DistributionEvent event(Record2<DistributionEventRecord, Integer> row) {
    return new DistributionEvent(row.value1(), row.value2());
  }
}
