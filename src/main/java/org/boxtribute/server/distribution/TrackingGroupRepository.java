package org.boxtribute.server.distribution;

import static org.boxtribute.server.persistence.schema.Tables.DISTRIBUTION_EVENT;
import static org.boxtribute.server.persistence.schema.Tables.DISTRIBUTION_EVENTS_TRACKING_ENTRY;
import static org.boxtribute.server.persistence.schema.Tables.DISTRIBUTION_EVENTS_TRACKING_GROUP;
import static org.boxtribute.server.persistence.schema.Tables.GENDER;
import static org.boxtribute.server.persistence.schema.Tables.LOCATION;
import static org.boxtribute.server.persistence.schema.Tables.PRODUCT;
import static org.boxtribute.server.persistence.schema.Tables.PRODUCT_CATEGORY;
import static org.boxtribute.server.persistence.schema.Tables.SIZE;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.boxtribute.server.distribution.DistributionStatistics.Flow;
import org.boxtribute.server.distribution.DistributionStatistics.Occasion;
import org.boxtribute.server.persistence.Transaction;
import org.boxtribute.server.persistence.schema.tables.records.DistributionEventsTrackingEntryRecord;
import org.boxtribute.server.persistence.schema.tables.records.DistributionEventsTrackingGroupRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record2;
import org.jooq.SelectOnConditionStep;

/** Statements about tracking groups and what is counted in them. */
@Singleton
final class TrackingGroupRepository {
  private static final Field<BigDecimal> INFLOW =
      itemsGoing(DistributionEventTrackingFlowDirection.IN).as("inflow");
  private static final Field<BigDecimal> OUTFLOW =
      itemsGoing(DistributionEventTrackingFlowDirection.OUT).as("outflow");

  private final DSLContext sql;

  TrackingGroupRepository(DSLContext sql) {
    this.sql = sql;
  }

  /** The groups of the given ids. */
  Map<Integer, DistributionEventsTrackingGroupRecord> byId(Collection<Integer> ids) {
    return sql.selectFrom(DISTRIBUTION_EVENTS_TRACKING_GROUP)
        .where(DISTRIBUTION_EVENTS_TRACKING_GROUP.ID.in(ids))
        .fetchMap(DISTRIBUTION_EVENTS_TRACKING_GROUP.ID);
  }

  /** The group of an id, if there is one. */
  Optional<DistributionEventsTrackingGroupRecord> find(int id) {
    return sql.selectFrom(DISTRIBUTION_EVENTS_TRACKING_GROUP)
        .where(DISTRIBUTION_EVENTS_TRACKING_GROUP.ID.eq(id))
        .fetchOptional();
  }

  /** Locks the group of an id, if there is one. */
  Optional<DistributionEventsTrackingGroupRecord> lock(Transaction transaction, int id) {
    return transaction
        .sql()
        .selectFrom(DISTRIBUTION_EVENTS_TRACKING_GROUP)
        .where(DISTRIBUTION_EVENTS_TRACKING_GROUP.ID.eq(id))
        .forUpdate()
        .fetchOptional();
  }

  /** Stores what was set on a group that the transaction has locked. */
  void update(Transaction transaction, DistributionEventsTrackingGroupRecord group) {
    group.setLastModifiedOn(transaction.now());
    group.setLastModifiedBy(transaction.user().id());
    transaction.update(DISTRIBUTION_EVENTS_TRACKING_GROUP.ID, List.of(group));
  }

  /** Locks what was counted of a product and a size in a group that the transaction has locked. */
  TrackedItems lockTracked(Transaction transaction, ReturnedItems items) {
    return new TrackedItems(
        transaction
            .sql()
            .selectFrom(DISTRIBUTION_EVENTS_TRACKING_ENTRY)
            .where(
                DISTRIBUTION_EVENTS_TRACKING_ENTRY.DISTRIBUTION_EVENTS_TRACKING_GROUP_ID.eq(
                    items.group()))
            .and(DISTRIBUTION_EVENTS_TRACKING_ENTRY.PRODUCT_ID.eq(items.product()))
            .and(DISTRIBUTION_EVENTS_TRACKING_ENTRY.SIZE_ID.eq(items.size()))
            .orderBy(DISTRIBUTION_EVENTS_TRACKING_ENTRY.ID)
            .forUpdate()
            .fetch());
  }

  /** An entry that is not stored yet. */
  static DistributionEventsTrackingEntryRecord newEntry(
      Transaction transaction,
      DistributionEventTrackingFlowDirection direction,
      ReturnedItems items) {
    DistributionEventsTrackingEntryRecord entry = new DistributionEventsTrackingEntryRecord();
    entry.setDistributionEventsTrackingGroupId(items.group());
    entry.setFlowDirection(direction);
    entry.setProductId(items.product());
    entry.setSizeId(items.size());
    entry.setNumberOfItems(items.numberOfItems());
    entry.setDate(transaction.now());
    return entry;
  }

  /** Stores a new entry. */
  TrackingEntry insert(Transaction transaction, DistributionEventsTrackingEntryRecord entry) {
    return written(transaction, List.of(transaction.insert(entry))).getFirst();
  }

  /** Stores what was set on entries that the transaction has locked, and gives them back by id. */
  List<TrackingEntry> update(
      Transaction transaction, List<DistributionEventsTrackingEntryRecord> entries) {
    transaction.update(DISTRIBUTION_EVENTS_TRACKING_ENTRY.ID, entries);
    return written(transaction, entries);
  }

  private static List<TrackingEntry> written(
      Transaction transaction, List<DistributionEventsTrackingEntryRecord> entries) {
    return entries(transaction.sql())
        .where(
            DISTRIBUTION_EVENTS_TRACKING_ENTRY.ID.in(
                entries.stream().map(DistributionEventsTrackingEntryRecord::getId).toList()))
        .orderBy(DISTRIBUTION_EVENTS_TRACKING_ENTRY.ID)
        .fetch(row -> new TrackingEntry(row.value1(), row.value2()));
  }

  private static SelectOnConditionStep<Record2<DistributionEventsTrackingEntryRecord, Integer>>
      entries(DSLContext sql) {
    return sql.select(DISTRIBUTION_EVENTS_TRACKING_ENTRY, PRODUCT.BASE_ID)
        .from(DISTRIBUTION_EVENTS_TRACKING_ENTRY)
        .join(PRODUCT)
        .on(PRODUCT.ID.eq(DISTRIBUTION_EVENTS_TRACKING_ENTRY.PRODUCT_ID));
  }

  /** The groups of each of the given bases. */
  Map<Integer, List<DistributionEventsTrackingGroupRecord>> ofBases(
      Set<Integer> bases, TrackingGroupFilter filter) {
    return sql.selectFrom(DISTRIBUTION_EVENTS_TRACKING_GROUP)
        .where(DISTRIBUTION_EVENTS_TRACKING_GROUP.BASE_ID.in(bases))
        .and(listed(filter))
        .orderBy(DISTRIBUTION_EVENTS_TRACKING_GROUP.ID)
        .fetchGroups(DISTRIBUTION_EVENTS_TRACKING_GROUP.BASE_ID, row -> row);
  }

  /** What was counted in each of the given groups. */
  Map<Integer, List<TrackingEntry>> entriesOf(Set<Integer> groups) {
    return entries(sql)
        .where(DISTRIBUTION_EVENTS_TRACKING_ENTRY.DISTRIBUTION_EVENTS_TRACKING_GROUP_ID.in(groups))
        .orderBy(DISTRIBUTION_EVENTS_TRACKING_ENTRY.ID)
        .fetchGroups(
            row -> row.value1().getDistributionEventsTrackingGroupId(),
            row -> new TrackingEntry(row.value1(), row.value2()));
  }

  /**
   * What went out and came back in the groups of each of the given bases: one row for each product
   * and size of a group and each event of that group, put together here.
   */
  Map<Integer, List<DistributionStatistics>> statisticsOfBases(Set<Integer> bases) {
    List<Field<?>> keys =
        List.of(
            DISTRIBUTION_EVENTS_TRACKING_GROUP.BASE_ID,
            DISTRIBUTION_EVENTS_TRACKING_GROUP.ID,
            PRODUCT.ID,
            PRODUCT.NAME,
            GENDER.LABEL,
            PRODUCT_CATEGORY.NAME,
            SIZE.ID,
            SIZE.LABEL,
            DISTRIBUTION_EVENT.ID,
            DISTRIBUTION_EVENT.PLANNED_START_DATE_TIME,
            DISTRIBUTION_EVENT.PLANNED_END_DATE_TIME,
            LOCATION.NAME);
    Map<Flow, List<Occasion>> occasions =
        sql.select(keys)
            .select(INFLOW, OUTFLOW)
            .from(DISTRIBUTION_EVENTS_TRACKING_ENTRY)
            .join(DISTRIBUTION_EVENTS_TRACKING_GROUP)
            .on(
                DISTRIBUTION_EVENTS_TRACKING_GROUP.ID.eq(
                    DISTRIBUTION_EVENTS_TRACKING_ENTRY.DISTRIBUTION_EVENTS_TRACKING_GROUP_ID))
            .join(DISTRIBUTION_EVENT)
            .on(
                DISTRIBUTION_EVENT.DISTRIBUTION_EVENTS_TRACKING_GROUP_ID.eq(
                    DISTRIBUTION_EVENTS_TRACKING_GROUP.ID))
            .join(LOCATION)
            .on(LOCATION.ID.eq(DISTRIBUTION_EVENT.DISTRIBUTION_SPOT_ID))
            .join(PRODUCT)
            .on(PRODUCT.ID.eq(DISTRIBUTION_EVENTS_TRACKING_ENTRY.PRODUCT_ID))
            .join(GENDER)
            .on(GENDER.ID.eq(PRODUCT.GENDER.coerce(GENDER.ID)))
            .join(PRODUCT_CATEGORY)
            .on(PRODUCT_CATEGORY.ID.eq(PRODUCT.CATEGORY_ID))
            .join(SIZE)
            .on(SIZE.ID.eq(DISTRIBUTION_EVENTS_TRACKING_ENTRY.SIZE_ID))
            .where(DISTRIBUTION_EVENTS_TRACKING_GROUP.BASE_ID.in(bases))
            .groupBy(keys)
            .orderBy(
                DISTRIBUTION_EVENTS_TRACKING_GROUP.ID, PRODUCT.ID, SIZE.ID, DISTRIBUTION_EVENT.ID)
            .fetchGroups(TrackingGroupRepository::flow, TrackingGroupRepository::occasion);
    Map<Integer, List<DistributionStatistics>> statistics = new HashMap<>();
    occasions.forEach(
        (flow, events) ->
            statistics
                .computeIfAbsent(flow.baseId(), base -> new ArrayList<>())
                .add(new DistributionStatistics(flow, events)));
    return statistics;
  }

  private static Flow flow(Record row) {
    return new Flow(
        row.get(DISTRIBUTION_EVENTS_TRACKING_GROUP.BASE_ID),
        row.get(DISTRIBUTION_EVENTS_TRACKING_GROUP.ID),
        row.get(PRODUCT.ID),
        row.get(PRODUCT.NAME),
        row.get(GENDER.LABEL),
        row.get(PRODUCT_CATEGORY.NAME),
        row.get(SIZE.ID),
        row.get(SIZE.LABEL),
        row.get(INFLOW).longValueExact(),
        row.get(OUTFLOW).longValueExact());
  }

  private static Occasion occasion(Record row) {
    return new Occasion(
        row.get(DISTRIBUTION_EVENT.ID),
        row.get(DISTRIBUTION_EVENT.PLANNED_START_DATE_TIME),
        row.get(DISTRIBUTION_EVENT.PLANNED_END_DATE_TIME),
        row.get(LOCATION.NAME));
  }

  private static Field<BigDecimal> itemsGoing(DistributionEventTrackingFlowDirection direction) {
    return sum(
        when(
                DISTRIBUTION_EVENTS_TRACKING_ENTRY.FLOW_DIRECTION.eq(direction),
                DISTRIBUTION_EVENTS_TRACKING_ENTRY.NUMBER_OF_ITEMS)
            .otherwise(0));
  }

  private static Condition listed(TrackingGroupFilter filter) {
    return filter.states().isEmpty()
        ? noCondition()
        : DISTRIBUTION_EVENTS_TRACKING_GROUP.STATE.in(filter.states());
  }
}
