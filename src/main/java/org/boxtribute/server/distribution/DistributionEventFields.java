package org.boxtribute.server.distribution;

import static org.boxtribute.server.persistence.schema.Tables.DISTRIBUTION_EVENT;
import static org.boxtribute.server.security.Permission.DISTRO_EVENT_READ;
import static org.boxtribute.server.security.Permission.LOCATION_READ;
import static org.boxtribute.server.security.Permission.PACKING_LIST_ENTRY_READ;
import static org.boxtribute.server.security.Permission.STOCK_READ;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import org.boxtribute.server.graphql.binding.Bindings;
import org.boxtribute.server.graphql.binding.FieldBindings;
import org.boxtribute.server.graphql.binding.ObjectBinding;
import org.boxtribute.server.persistence.schema.tables.records.BaseRecord;
import org.boxtribute.server.security.Requirement;
import org.boxtribute.server.warehouse.WarehouseLoaders;

/** The fields of the type DistributionEvent, and those that lead to events from a base. */
@Singleton
final class DistributionEventFields implements FieldBindings {
  private static final Requirement<DistributionEvent> STOCK_READABLE =
      requires(STOCK_READ).inBase(DistributionEvent::baseId);
  private static final Requirement<BaseRecord> EVENTS_READABLE =
      requires(DISTRO_EVENT_READ).inBase(BaseRecord::getId);

  private final WarehouseLoaders warehouse;
  private final DistributionLoaders loaders;

  DistributionEventFields(WarehouseLoaders warehouse, DistributionLoaders loaders) {
    this.warehouse = warehouse;
    this.loaders = loaders;
  }

  @Override
  public void bind(Bindings bindings) {
    bindings.enumeration(DistributionEventState.class);
    ObjectBinding<DistributionEvent> event =
        bindings.object(
            "DistributionEvent",
            DistributionEvent.class,
            DISTRIBUTION_EVENT,
            DistributionEvent::row);
    event.column("id", DISTRIBUTION_EVENT.ID);
    event
        .load(
            "distributionSpot", source -> source.row().getDistributionSpotId(), warehouse.locations)
        .guardedBy(requires(LOCATION_READ).inBase(DistributionEvent::baseId));
    event.column("name", DISTRIBUTION_EVENT.NAME);
    event.column("state", DISTRIBUTION_EVENT.STATE);
    event.column("plannedStartDateTime", DISTRIBUTION_EVENT.PLANNED_START_DATE_TIME);
    event.column("plannedEndDateTime", DISTRIBUTION_EVENT.PLANNED_END_DATE_TIME);
    event
        .loadList("packingListEntries", DistributionEvent::id, loaders.packingListsOfEvents)
        .guardedBy(requires(PACKING_LIST_ENTRY_READ).inBase(DistributionEvent::baseId));
    event.loadList("boxes", DistributionEvent::id, loaders.boxesOfEvents).guardedBy(STOCK_READABLE);
    event
        .loadList("unboxedItemsCollections", DistributionEvent::id, loaders.unboxedItemsOfEvents)
        .guardedBy(STOCK_READABLE);
    event
        .load(
            "distributionEventsTrackingGroup",
            source -> source.row().getDistributionEventsTrackingGroupId(),
            loaders.trackingGroups)
        .guardedBy(requires(DISTRO_EVENT_READ).inBase(DistributionEvent::baseId));

    bindBase(bindings.extend("Base", BaseRecord.class));
  }

  private void bindBase(ObjectBinding<BaseRecord> base) {
    base.loadList(
            "distributionEvents",
            BaseRecord::getId,
            DistributionEventFilter::from,
            loaders.eventsOfBases)
        .guardedBy(EVENTS_READABLE);
    base.loadList(
            "distributionEventsBeforeReturnedFromDistributionState",
            BaseRecord::getId,
            arguments -> DistributionEventFilter.BEFORE_RETURN,
            loaders.eventsOfBases)
        .guardedBy(EVENTS_READABLE);
    base.loadList(
            "distributionEventsInReturnedFromDistributionState",
            BaseRecord::getId,
            arguments -> DistributionEventFilter.RETURNED,
            loaders.eventsOfBases)
        .guardedBy(EVENTS_READABLE);
  }
}
