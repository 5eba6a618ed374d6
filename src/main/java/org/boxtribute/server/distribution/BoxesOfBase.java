package org.boxtribute.server.distribution;

import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Set;
import org.boxtribute.server.graphql.error.BadUserInput;
import org.boxtribute.server.persistence.Transaction;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;
import org.boxtribute.server.warehouse.BoxState;
import org.boxtribute.server.warehouse.Boxes;

/** The boxes that items for events come from, and that returned items go to. */
@Singleton
final class BoxesOfBase {
  private final Boxes boxes;

  BoxesOfBase(Boxes boxes) {
    this.boxes = boxes;
  }

  /**
   * Demands that a box that the transaction has locked is in the stock of a base, and that its
   * items have a size: without one, they could not be counted when they come back.
   *
   * @throws BadUserInput if that is not so
   */
  void requireUsable(Transaction transaction, BoxRecord box, int base) {
    if (boxes.base(transaction, box) != base) {
      throw new BadUserInput(
          "The box '" + box.getLabelIdentifier() + "' is not of the event's base.");
    }
    Boxes.requireState(box, Set.of(BoxState.IN_STOCK));
    if (box.getSizeId() == null) {
      throw new BadUserInput(
          "The items of the box '" + box.getLabelIdentifier() + "' have no size.");
    }
  }

  /** How many items a box holds; one without a number is empty. */
  static int numberOfItems(BoxRecord box) {
    return Objects.requireNonNullElse(box.getNumberOfItems(), 0);
  }
}
