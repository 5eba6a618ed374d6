package org.boxtribute.server.distribution;

import static org.boxtribute.server.security.Permission.DISTRO_EVENT_READ;
import static org.boxtribute.server.security.Permission.LOCATION_READ;
import static org.boxtribute.server.security.Permission.PACKING_LIST_ENTRY_READ;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import org.boxtribute.server.graphql.binding.Arguments;
import org.boxtribute.server.graphql.binding.Bindings;
import org.boxtribute.server.graphql.binding.FieldBindings;
import org.boxtribute.server.graphql.binding.QueryBinding;
import org.boxtribute.server.graphql.error.BadUserInput;
import org.boxtribute.server.persistence.schema.tables.records.DistributionEventsTrackingGroupRecord;
import org.boxtribute.server.persistence.schema.tables.records.LocationRecord;
import org.boxtribute.server.warehouse.LocationType;
import org.jspecify.annotations.Nullable;

/** The root query fields about distributions. */
@Singleton
final class DistributionQueries implements FieldBindings {
  private final DistributionSpotRepository spots;
  private final DistributionEventRepository events;
  private final PackingListRepository packingLists;
  private final TrackingGroupRepository trackingGroups;

  DistributionQueries(
      DistributionSpotRepository spots,
      DistributionEventRepository events,
      PackingListRepository packingLists,
      TrackingGroupRepository trackingGroups) {
    this.spots = spots;
    this.events = events;
    this.packingLists = packingLists;
    this.trackingGroups = trackingGroups;
  }

  @Override
  public void bind(Bindings bindings) {
    QueryBinding query = bindings.query();
    query
        .found("distributionSpot", this::distributionSpot)
        .guardedBy(requires(LOCATION_READ).inBase(LocationRecord::getBaseId));
    query.list("distributionSpots", LOCATION_READ, (scope, arguments) -> spots.within(scope));
    query
        .one("distributionEvent", events::find)
        .guardedBy(requires(DISTRO_EVENT_READ).inBase(DistributionEvent::baseId));
    query
        .one("packingListEntry", packingLists::find)
        .guardedBy(requires(PACKING_LIST_ENTRY_READ).inBase(PackingListEntry::productBaseId));
    query
        .one("distributionEventsTrackingGroup", trackingGroups::find)
        .guardedBy(
            requires(DISTRO_EVENT_READ).inBase(DistributionEventsTrackingGroupRecord::getBaseId));
  }

  /** A location of another type is no spot, which everyone may be told. */
  private @Nullable LocationRecord distributionSpot(Arguments arguments) {
    int id = arguments.id("id");
    LocationRecord location =
        spots.findLocation(id).orElseThrow(() -> BadUserInput.doesNotExist("DistributionSpot", id));
    return location.getType() == LocationType.DISTRIBUTION_SPOT ? location : null;
  }
}
