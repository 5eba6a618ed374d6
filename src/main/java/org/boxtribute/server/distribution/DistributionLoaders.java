package org.boxtribute.server.distribution;

import jakarta.inject.Singleton;
import java.util.List;
import org.boxtribute.server.graphql.binding.Loader;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;
import org.boxtribute.server.persistence.schema.tables.records.DistributionEventsTrackingGroupRecord;
import org.boxtribute.server.persistence.schema.tables.records.LocationRecord;
import org.boxtribute.server.persistence.schema.tables.records.UnboxedItemsCollectionRecord;
import org.jooq.Record;

/**
 * The look-ups of distributions. None has a rule: the fields that lead to them guard themselves.
 */
@Singleton
final class DistributionLoaders {

  /** The distribution spots of bases. */
  final Loader<Integer, List<LocationRecord>> spotsOfBases;

  /** Events by id. */
  final Loader<Integer, DistributionEvent> events;

  /** The events of bases. */
  final Loader<Loader.Keyed<DistributionEventFilter, Integer>, List<DistributionEvent>>
      eventsOfBases;

  /** The events held at distribution spots. */
  final Loader<Integer, List<DistributionEvent>> eventsOfSpots;

  /** The events of tracking groups. */
  final Loader<Integer, List<DistributionEvent>> eventsOfTrackingGroups;

  /** The packing lists of events. */
  final Loader<Integer, List<PackingListEntry>> packingListsOfEvents;

  /** The boxes packed for events. */
  final Loader<Integer, List<BoxRecord>> boxesOfEvents;

  /** The items packed for events without their boxes. */
  final Loader<Integer, List<UnboxedItemsCollectionRecord>> unboxedItemsOfEvents;

  /** The boxes and the unboxed items that match entries of packing lists. */
  final Loader<PackedItems, List<Record>> matchingPackedItems;

  /** Tracking groups by id. */
  final Loader<Integer, DistributionEventsTrackingGroupRecord> trackingGroups;

  /** The tracking groups of bases. */
  final Loader<
          Loader.Keyed<TrackingGroupFilter, Integer>, List<DistributionEventsTrackingGroupRecord>>
      trackingGroupsOfBases;

  /** What was counted in tracking groups. */
  final Loader<Integer, List<TrackingEntry>> entriesOfTrackingGroups;

  /** What went out and came back in the tracking groups of bases. */
  final Loader<Integer, List<DistributionStatistics>> statisticsOfBases;

  DistributionLoaders(
      DistributionSpotRepository spots,
      DistributionEventRepository events,
      PackingListRepository packingLists,
      PackedItemsRepository packedItems,
      TrackingGroupRepository trackingGroups) {
    this.spotsOfBases = Loader.of(spots::ofBases);
    this.events = Loader.of(events::byId);
    this.eventsOfBases = Loader.withArguments(events::ofBases);
    this.eventsOfSpots = Loader.of(events::ofSpots);
    this.eventsOfTrackingGroups = Loader.of(events::ofTrackingGroups);
    this.packingListsOfEvents = Loader.of(packingLists::ofEvents);
    this.boxesOfEvents = Loader.of(packedItems::boxesOf);
    this.unboxedItemsOfEvents = Loader.of(packedItems::unboxedItemsOf);
    this.matchingPackedItems = Loader.of(packedItems::matching);
    this.trackingGroups = Loader.of(trackingGroups::byId);
    this.trackingGroupsOfBases = Loader.withArguments(trackingGroups::ofBases);
    this.entriesOfTrackingGroups = Loader.of(trackingGroups::entriesOf);
    this.statisticsOfBases = Loader.of(trackingGroups::statisticsOfBases);
  }
}
