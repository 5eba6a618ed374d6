package org.boxtribute.server.warehouse;

import static java.util.stream.Collectors.toCollection;
import static org.boxtribute.server.persistence.schema.Tables.BOX;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.boxtribute.server.graphql.error.BadUserInput;
import org.boxtribute.server.persistence.Transaction;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;
import org.boxtribute.server.security.BaseScope;
import org.boxtribute.server.security.Forbidden;
import org.boxtribute.server.security.Permission;

/**
 * How boxes change, by whatever write of whatever room: it locks them, asks whether they may
 * change, sets what it wants of the rows, and has all of them stored. Each of these steps takes as
 * many statements for a thousand boxes as for one.
 */
@Singleton
public final class Boxes {
  private final BoxRepository boxes;
  private final LocationRepository locations;
  private final BoxAccess access;
  private final BoxChangeLog changes;

  Boxes(BoxRepository boxes, LocationRepository locations, BoxAccess access, BoxChangeLog changes) {
    this.boxes = boxes;
    this.locations = locations;
    this.access = access;
    this.changes = changes;
  }

  /** Locks those of the labelled boxes that exist, deleted or not, and gives them back by id. */
  public List<BoxRecord> lock(Transaction transaction, Set<String> labels) {
    return boxes.lock(transaction, labels);
  }

  /**
   * Locks the box with a label, deleted or not.
   *
   * @throws BadUserInput if there is none
   */
  public BoxRecord lock(Transaction transaction, String label) {
    return lock(transaction, Set.of(label)).stream()
        .findFirst()
        .orElseThrow(() -> BadUserInput.doesNotExist("Box", label));
  }

  /** Locks those of the boxes that exist, deleted or not, and gives them back by id. */
  public List<BoxRecord> lockByIds(Transaction transaction, Set<Integer> ids) {
    return boxes.lockByIds(transaction, ids);
  }

  /**
   * Locks those of the labelled boxes that stand within a scope, are not deleted, and are neither
   * on a shipment nor about to be, and gives them back by id.
   */
  public List<BoxRecord> lockInWarehouse(
      Transaction transaction, Set<String> labels, BaseScope scope) {
    return boxes.lockInWarehouse(transaction, labels, scope);
  }

  /**
   * Locks the boxes that are packed for events and stand in a base, and gives them back by id.
   * Those that are deleted, on a shipment or about to be are left out.
   */
  public List<BoxRecord> lockPackedFor(Transaction transaction, Set<Integer> events, int base) {
    return boxes.lockPackedFor(transaction, events, base);
  }

  /** The base where a box stands that the transaction has locked. */
  public int base(Transaction transaction, BoxRecord box) {
    return locations.find(transaction, box.getLocationId()).getBaseId();
  }

  /**
   * Why the one who writes does not hold a permission for boxes that the transaction has locked, by
   * the ids of those boxes.
   */
  public Map<Integer, Forbidden> refusals(
      Transaction transaction, Permission permission, Collection<BoxRecord> locked) {
    return access.refusals(transaction, permission, locked);
  }

  /**
   * Demands that the one who writes holds a permission for boxes that the transaction has locked.
   *
   * @throws Forbidden if they do not, for the first of the boxes for which that is so
   */
  public void check(Transaction transaction, Permission permission, Collection<BoxRecord> locked) {
    Map<Integer, Forbidden> refusals = refusals(transaction, permission, locked);
    for (BoxRecord box : locked) {
      Forbidden refusal = refusals.get(box.getId());
      if (refusal != null) {
        throw refusal;
      }
    }
  }

  /**
   * Demands that a box is not deleted, and in one of the states.
   *
   * @throws BadUserInput if it is not
   */
  public static void requireState(BoxRecord box, Set<BoxState> states) {
    if (box.getDeletedOn() != null) {
      throw new BadUserInput("The box '" + box.getLabelIdentifier() + "' is deleted.");
    }
    if (!states.contains(box.getState())) {
      throw new BadUserInput(
          "The state of the box '%s', %s, does not allow this."
              .formatted(box.getLabelIdentifier(), box.getState().apiName()));
    }
  }

  /** Sets that a box was modified, for a change that is none of its columns'. */
  public static void touch(Transaction transaction, BoxRecord box) {
    box.setLastModifiedOn(transaction.now());
    box.setLastModifiedBy(transaction.user().id());
  }

  /**
   * Stores what differs of boxes from what was read of them, and tells the history of it. What the
   * history tells column by column counts as a modification, a deletion or a new QR code does not.
   * A box that is as it was read costs nothing.
   *
   * @param locked boxes that the transaction has locked or created
   */
  public void store(Transaction transaction, Collection<BoxRecord> locked) {
    changes.tell(transaction, locked).forEach(box -> touch(transaction, box));
    transaction.update(BOX.ID, locked);
  }

  /** The given boxes, by id, as they are after what the transaction wrote so far. */
  public List<BoxRecord> written(Transaction transaction, Collection<BoxRecord> boxesOfWrite) {
    return boxes.written(transaction, ids(boxesOfWrite));
  }

  /** The ids of boxes, in ascending order. */
  public static Set<Integer> ids(Collection<BoxRecord> boxes) {
    return boxes.stream().map(BoxRecord::getId).collect(toCollection(TreeSet::new));
  }
}
