package org.boxtribute.server.distribution;

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
  private final WarehouseLoaders warehouse;
  private final EventPackingListEntriesLoader packingLists;
  private final EventBoxesLoader boxes;
  private final EventUnboxedItemsLoader unboxedItems;
  private final TrackingGroupLoader trackingGroups;
  private final BaseDistributionEventsLoader eventsOfBases;

  DistributionEventFields(
      WarehouseLoaders warehouse,
      EventPackingListEntriesLoader packingLists,
      EventBoxesLoader boxes,
      EventUnboxedItemsLoader unboxedItems,
      TrackingGroupLoader trackingGroups,
      BaseDistributionEventsLoader eventsOfBases) {
    this.warehouse = warehouse;
    this.packingLists = packingLists;
    this.boxes = boxes;
    this.unboxedItems = unboxedItems;
    this.trackingGroups = trackingGroups;
    this.eventsOfBases = eventsOfBases;
  }

  @Override
  public void bind(Bindings bindings) {
    bindings.enumeration(DistributionEventState.class);
    bindings.enumeration(PackingListEntryState.class);
    bindings.enumeration(DistributionEventsTrackingGroupState.class);
    bindings.enumeration(DistributionEventTrackingFlowDirection.class);
    ObjectBinding<DistributionEvent> event =
        bindings.object("DistributionEvent", DistributionEvent.class);
    event.value("id", DistributionEvent::id);
    event
        .load(
            "distributionSpot", source -> source.row().getDistributionSpotId(), warehouse.locations)
        .guardedBy(requires(LOCATION_READ).inBase(DistributionEvent::baseId));
    event.value("name", source -> source.row().getName());
    event.value("state", source -> source.row().getState());
    event.value("plannedStartDateTime", source -> source.row().getPlannedStartDateTime());
    event.value("plannedEndDateTime", source -> source.row().getPlannedEndDateTime());
    event
        .loadList("packingListEntries", DistributionEvent::id, packingLists)
        .guardedBy(requires(PACKING_LIST_ENTRY_READ).inBase(DistributionEvent::baseId));
    event
        .loadList("boxes", DistributionEvent::id, boxes)
        .guardedBy(requires(STOCK_READ).inBase(DistributionEvent::baseId));
    event
        .loadList("unboxedItemsCollections", DistributionEvent::id, unboxedItems)
        .guardedBy(requires(STOCK_READ).inBase(DistributionEvent::baseId));
    event
        .load(
            "distributionEventsTrackingGroup",
            source -> source.row().getDistributionEventsTrackingGroupId(),
            trackingGroups)
        .guardedBy(requires(DISTRO_EVENT_READ).inBase(DistributionEvent::baseId));

    bindBase(bindings.extend("Base", BaseRecord.class));
  }

  private void bindBase(ObjectBinding<BaseRecord> base) {
    Requirement<BaseRecord> readsEvents = requires(DISTRO_EVENT_READ).inBase(BaseRecord::getId);
    base.loadList(
            "distributionEvents", BaseRecord::getId, DistributionEventFilter::from, eventsOfBases)
        .guardedBy(readsEvents);
    base.loadList(
            "distributionEventsBeforeReturnedFromDistributionState",
            BaseRecord::getId,
            arguments -> DistributionEventFilter.BEFORE_RETURN,
            eventsOfBases)
        .guardedBy(readsEvents);
    base.loadList(
            "distributionEventsInReturnedFromDistributionState",
            BaseRecord::getId,
            arguments -> DistributionEventFilter.RETURNED,
            eventsOfBases)
        .guardedBy(readsEvents);
  }
}
