package org.boxtribute.server.distribution;

import static org.boxtribute.server.security.Permission.DISTRO_EVENT_WRITE;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.boxtribute.server.graphql.error.BadUserInput;
import org.boxtribute.server.persistence.Transaction;
import org.boxtribute.server.persistence.schema.tables.records.DistributionEventRecord;
import org.boxtribute.server.persistence.schema.tables.records.LocationRecord;
import org.boxtribute.server.warehouse.LocationRepository;
import org.boxtribute.server.warehouse.LocationType;

/** The rules of events as a whole: how they are planned, and how they go their way. */
@Singleton
final class EventService {
  private final LocationRepository locations;
  private final LockedEvents locked;
  private final DistributionEventRepository events;

  EventService(
      LocationRepository locations, LockedEvents locked, DistributionEventRepository events) {
    this.locations = locations;
    this.locked = locked;
    this.events = events;
  }

  /** Plans an event at a spot that is not deleted. */
  DistributionEvent create(Transaction transaction, EventCreation creation) {
    LocationRecord spot = spot(transaction, creation.spot());
    DistributionEventRecord event = new DistributionEventRecord();
    event.setDistributionSpotId(spot.getId());
    event.setName(creation.name());
    event.setPlannedStartDateTime(creation.start());
    event.setPlannedEndDateTime(creation.end());
    event.setState(DistributionEventState.PLANNING);
    event.setCreatedOn(transaction.now());
    event.setCreatedBy(transaction.user().id());
    return new DistributionEvent(transaction.insert(event), spot.getBaseId());
  }

  /** Gives an event another state, where that may follow. The same state again is no change. */
  DistributionEvent changeState(Transaction transaction, EventStateChange change) {
    DistributionEvent event = locked.lock(transaction, change.event(), DISTRO_EVENT_WRITE);
    DistributionEventState state = event.row().getState();
    if (!state.mayBecome(change.state())) {
      throw LockedEvents.stateForbids(event);
    }
    if (state != change.state()) {
      event.row().setState(change.state());
      events.update(transaction, List.of(event));
    }
    return event;
  }

  private LocationRecord spot(Transaction transaction, int id) {
    LocationRecord spot = locations.lockForShare(transaction, Set.of(id)).get(id);
    if (spot == null) {
      throw BadUserInput.doesNotExist("DistributionSpot", id);
    }
    requires(DISTRO_EVENT_WRITE).inBase(LocationRecord::getBaseId).check(transaction.user(), spot);
    if (spot.getType() != LocationType.DISTRIBUTION_SPOT) {
      throw new BadUserInput("The location '" + id + "' is no distribution spot.");
    }
    if (spot.getDeletedOn() != null) {
      throw new BadUserInput("The distribution spot '" + id + "' is deleted.");
    }
    return spot;
  }
}
