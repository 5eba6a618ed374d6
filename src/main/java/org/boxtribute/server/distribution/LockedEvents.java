package org.boxtribute.server.distribution;

import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import java.util.Set;
import org.boxtribute.server.graphql.error.BadUserInput;
import org.boxtribute.server.persistence.Transaction;
import org.boxtribute.server.security.Permission;

/**
 * The events that writes change, and who may: users of the base of the event's spot. An event is
 * locked before anything else of it: so one write at a time decides on its packing list and on what
 * is packed for it.
 */
@Singleton
final class LockedEvents {
  private final DistributionEventRepository events;

  LockedEvents(DistributionEventRepository events) {
    this.events = events;
  }

  /**
   * Locks an event.
   *
   * @throws BadUserInput if there is none
   */
  DistributionEvent lock(Transaction transaction, int id) {
    return events.lock(transaction, Set.of(id)).stream()
        .findFirst()
        .orElseThrow(() -> BadUserInput.doesNotExist("DistributionEvent", id));
  }

  /**
   * As above, for one who writes and holds a permission for the event's base.
   *
   * @throws org.boxtribute.server.security.Forbidden if they do not
   */
  DistributionEvent lock(Transaction transaction, int id, Permission permission) {
    DistributionEvent event = lock(transaction, id);
    requires(permission).inBase(DistributionEvent::baseId).check(transaction.user(), event);
    return event;
  }

  /** As above, for an event that still changes. */
  DistributionEvent lockOpen(Transaction transaction, int id, Permission permission) {
    DistributionEvent event = lock(transaction, id, permission);
    requireOpen(event);
    return event;
  }

  /**
   * Demands that an event still changes: that nobody has begun to count what came back.
   *
   * @throws BadUserInput if it does not
   */
  static void requireOpen(DistributionEvent event) {
    if (!DistributionEventState.OPEN.contains(event.row().getState())) {
      throw stateForbids(event);
    }
  }

  /** What an event's state does not allow. */
  static BadUserInput stateForbids(DistributionEvent event) {
    return new BadUserInput(
        "The state of the distribution event '%d', %s, does not allow this."
            .formatted(event.id(), event.row().getState().apiName()));
  }
}
