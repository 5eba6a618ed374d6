package org.boxtribute.server.distribution;

import static org.boxtribute.server.security.Permission.DISTRO_EVENT_WRITE;
import static org.boxtribute.server.security.Permission.LOCATION_WRITE;
import static org.boxtribute.server.security.Permission.PACKING_LIST_ENTRY_WRITE;
import static org.boxtribute.server.security.Permission.STOCK_WRITE;
import static org.boxtribute.server.security.Permission.UNBOXED_ITEMS_COLLECTION_WRITE;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import org.boxtribute.server.graphql.binding.Bindings;
import org.boxtribute.server.graphql.binding.FieldBindings;
import org.boxtribute.server.graphql.binding.MutationBinding;
import org.boxtribute.server.security.Requirement;

/** The root mutation fields about distributions. */
@Singleton
final class DistributionMutations implements FieldBindings {
  private static final Requirement<Object> MAY_WRITE_EVENTS =
      requires(DISTRO_EVENT_WRITE).anywhere();
  private static final Requirement<Object> MAY_WRITE_LISTS =
      requires(PACKING_LIST_ENTRY_WRITE).anywhere();
  private static final Requirement<Object> MAY_WRITE_STOCK = requires(STOCK_WRITE).anywhere();

  private final SpotService spots;
  private final EventService events;
  private final PackingListService packingLists;
  private final PackingService packing;
  private final TrackingStartService trackingStarts;
  private final TrackingService tracking;

  DistributionMutations(
      SpotService spots,
      EventService events,
      PackingListService packingLists,
      PackingService packing,
      TrackingStartService trackingStarts,
      TrackingService tracking) {
    this.spots = spots;
    this.events = events;
    this.packingLists = packingLists;
    this.packing = packing;
    this.trackingStarts = trackingStarts;
    this.tracking = tracking;
  }

  @Override
  public void bind(Bindings bindings) {
    MutationBinding mutation = bindings.mutation();
    bindEvents(mutation);
    bindPackingLists(mutation);
    bindPacking(mutation);
    bindTracking(mutation);
  }

  private void bindEvents(MutationBinding mutation) {
    mutation
        .write("createDistributionSpot", "creationInput", SpotCreation::from, spots::create)
        .guardedBy(requires(LOCATION_WRITE).inBase(input -> input.requiredInteger("baseId")));
    mutation
        .write("createDistributionEvent", "creationInput", EventCreation::from, events::create)
        .guardedBy(MAY_WRITE_EVENTS);
    mutation
        .write("changeDistributionEventState", EventStateChange::from, events::changeState)
        .guardedBy(MAY_WRITE_EVENTS);
  }

  private void bindPackingLists(MutationBinding mutation) {
    mutation
        .write(
            "addPackingListEntryToDistributionEvent",
            "creationInput",
            PackingListAddition::from,
            packingLists::put,
            entry -> entry.orElse(null))
        .guardedBy(MAY_WRITE_LISTS);
    mutation
        .write("updatePackingListEntry", PackingListEntryUpdate::from, packingLists::update)
        .guardedBy(MAY_WRITE_LISTS);
    mutation
        .write(
            "removePackingListEntryFromDistributionEvent",
            arguments -> arguments.id("packingListEntryId"),
            packingLists::remove)
        .guardedBy(MAY_WRITE_EVENTS);
    mutation
        .write(
            "removeAllPackingListEntriesFromDistributionEventForProduct",
            ProductOfEvent::from,
            packingLists::removeProduct)
        .guardedBy(MAY_WRITE_LISTS);
    mutation
        .write(
            "updateSelectedProductsForDistributionEventPackingList",
            ProductSelection::from,
            packingLists::select)
        .guardedBy(MAY_WRITE_LISTS);
  }

  private void bindPacking(MutationBinding mutation) {
    mutation
        .write("assignBoxToDistributionEvent", BoxOfEvent::from, packing::assign)
        .guardedBy(MAY_WRITE_STOCK);
    mutation
        .write("unassignBoxFromDistributionEvent", BoxOfEvent::from, packing::unassign)
        .guardedBy(MAY_WRITE_STOCK);
    mutation
        .write("moveItemsFromBoxToDistributionEvent", Unboxing::from, packing::unbox)
        .guardedBy(requires(UNBOXED_ITEMS_COLLECTION_WRITE).anywhere().and(MAY_WRITE_STOCK));
    mutation
        .write("removeItemsFromUnboxedItemsCollection", UnboxedItemsRemoval::from, packing::remove)
        .guardedBy(MAY_WRITE_EVENTS);
  }

  private void bindTracking(MutationBinding mutation) {
    mutation
        .write(
            "startDistributionEventsTrackingGroup", TrackingGroupStart::from, trackingStarts::start)
        .guardedBy(requires(DISTRO_EVENT_WRITE).inBase(arguments -> arguments.id("baseId")));
    mutation
        .write(
            "setReturnedNumberOfItemsForDistributionEventsTrackingGroup",
            ReturnedItems::from,
            tracking::setReturned)
        .guardedBy(MAY_WRITE_EVENTS);
    mutation
        .write("moveItemsFromReturnTrackingGroupToBox", ReboxedItems::from, tracking::rebox)
        .guardedBy(MAY_WRITE_EVENTS);
    mutation
        .write(
            "completeDistributionEventsTrackingGroup",
            arguments -> arguments.id("id"),
            tracking::complete)
        .guardedBy(MAY_WRITE_EVENTS);
  }
}
