package org.boxtribute.server.distribution;

import static org.boxtribute.server.security.Permission.DISTRO_EVENT_READ;
import static org.boxtribute.server.security.Permission.LOCATION_READ;
import static org.boxtribute.server.security.Permission.PACKING_LIST_ENTRY_READ;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import java.util.List;
import org.boxtribute.server.graphql.binding.Arguments;
import org.boxtribute.server.graphql.binding.Bindings;
import org.boxtribute.server.graphql.binding.FieldBindings;
import org.boxtribute.server.graphql.binding.QueryBinding;
import org.boxtribute.server.graphql.error.BadUserInput;
import org.boxtribute.server.persistence.schema.tables.records.DistributionEventsTrackingGroupRecord;
import org.boxtribute.server.persistence.schema.tables.records.LocationRecord;
import org.boxtribute.server.security.CurrentUser;
import org.boxtribute.server.warehouse.LocationType;
import org.jspecify.annotations.Nullable;

/** The root query fields about distributions. */
@Singleton
final class DistributionQueries implements FieldBindings {
  private final DistributionSpotRepository spots;
  private final DistributionEventRepository events;
  private final PackingListRepository packingLists;
  private final TrackingGroupRepository groups;

  DistributionQueries(
      DistributionSpotRepository spots,
      DistributionEventRepository events,
      PackingListRepository packingLists,
      TrackingGroupRepository groups) {
    this.spots = spots;
    this.events = events;
    this.packingLists = packingLists;
    this.groups = groups;
  }

  @Override
  public void bind(Bindings bindings) {
    QueryBinding query = bindings.query();
    query.fetch("distributionSpot", this::distributionSpot);
    query.fetch("distributionSpots", this::distributionSpots);
    query.fetch("distributionEvent", this::distributionEvent);
    query.fetch("packingListEntry", this::packingListEntry);
    query.fetch("distributionEventsTrackingGroup", this::trackingGroup);
  }

  private @Nullable LocationRecord distributionSpot(Arguments arguments, CurrentUser user) {
    int id = arguments.id("id");
    LocationRecord location =
        spots.findLocation(id).orElseThrow(() -> BadUserInput.doesNotExist("DistributionSpot", id));
    if (location.getType() != LocationType.DISTRIBUTION_SPOT) {
      return null;
    }
    requires(LOCATION_READ).inBase(LocationRecord::getBaseId).check(user, location);
    return location;
  }

  private List<LocationRecord> distributionSpots(Arguments arguments, CurrentUser user) {
    return spots.within(user.scope(LOCATION_READ));
  }

  private DistributionEvent distributionEvent(Arguments arguments, CurrentUser user) {
    int id = arguments.id("id");
    DistributionEvent event =
        events.find(id).orElseThrow(() -> BadUserInput.doesNotExist("DistributionEvent", id));
    requires(DISTRO_EVENT_READ).inBase(DistributionEvent::baseId).check(user, event);
    return event;
  }

  private PackingListEntry packingListEntry(Arguments arguments, CurrentUser user) {
    int id = arguments.id("id");
    PackingListEntry entry =
        packingLists.find(id).orElseThrow(() -> BadUserInput.doesNotExist("PackingListEntry", id));
    requires(PACKING_LIST_ENTRY_READ).inBase(PackingListEntry::productBaseId).check(user, entry);
    return entry;
  }

  private DistributionEventsTrackingGroupRecord trackingGroup(
      Arguments arguments, CurrentUser user) {
    int id = arguments.id("id");
    DistributionEventsTrackingGroupRecord group =
        groups
            .find(id)
            .orElseThrow(() -> BadUserInput.doesNotExist("DistributionEventsTrackingGroup", id));
    requires(DISTRO_EVENT_READ)
        .inBase(DistributionEventsTrackingGroupRecord::getBaseId)
        .check(user, group);
    return group;
  }
}
