package org.boxtribute.server.distribution;

import static java.util.stream.Collectors.toSet;
import static org.boxtribute.server.persistence.schema.Tables.DISTRIBUTION_EVENT;
import static org.boxtribute.server.persistence.schema.Tables.LOCATION;
import static org.jooq.impl.DSL.noCondition;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.boxtribute.server.persistence.Transaction;
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

  /** Locks those of the events that exist, and gives them back by id. */
  List<DistributionEvent> lock(Transaction transaction, Set<Integer> ids) {
    return lock(transaction, DISTRIBUTION_EVENT.ID.in(ids));
  }

  /** Locks the events of a tracking group that the transaction has locked. */
  List<DistributionEvent> lockOfTrackingGroup(Transaction transaction, int group) {
    return lock(transaction, DISTRIBUTION_EVENT.DISTRIBUTION_EVENTS_TRACKING_GROUP_ID.eq(group));
  }

  /** The spots are not locked: where they belong to does not change. */
  private static List<DistributionEvent> lock(Transaction transaction, Condition condition) {
    List<DistributionEventRecord> rows =
        transaction
            .sql()
            .selectFrom(DISTRIBUTION_EVENT)
            .where(condition)
            .orderBy(DISTRIBUTION_EVENT.ID)
            .forUpdate()
            .fetch();
    Set<Integer> spots =
        rows.stream().map(DistributionEventRecord::getDistributionSpotId).collect(toSet());
    Map<Integer, Integer> bases =
        transaction
            .sql()
            .select(LOCATION.ID, LOCATION.BASE_ID)
            .from(LOCATION)
            .where(LOCATION.ID.in(spots))
            .fetchMap(LOCATION.ID, LOCATION.BASE_ID);
    return rows.stream()
        .map(
            row ->
                new DistributionEvent(
                    row, Objects.requireNonNull(bases.get(row.getDistributionSpotId()))))
        .toList();
  }

  /** Stores what was set on events that the transaction has locked, with who did that and when. */
  void update(Transaction transaction, Collection<DistributionEvent> events) {
    List<DistributionEventRecord> rows = events.stream().map(DistributionEvent::row).toList();
    for (DistributionEventRecord row : rows) {
      row.setLastModifiedOn(transaction.now());
      row.setLastModifiedBy(transaction.user().id());
    }
    transaction.update(DISTRIBUTION_EVENT.ID, rows);
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
