package org.boxtribute.server.transfer;

import static java.util.Objects.requireNonNullElse;
import static org.boxtribute.server.warehouse.LabelOrder.SAME_LABEL;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.boxtribute.server.graphql.binding.Arguments;

/**
 * What is to change of a shipment that is being received.
 *
 * @param received what arrived, and as what
 * @param lostBoxes the labels of boxes that did not arrive
 */
record ReceptionUpdate(int shipment, List<Received> received, Set<String> lostBoxes) {

  /**
   * What a box becomes in the base that receives it.
   *
   * @param detail the id of the shipment's detail about the box
   */
  record Received(int detail, int product, int size, int location, int numberOfItems) {

    /** Reads a {@code ShipmentDetailUpdateInput}. */
    static Received from(Arguments input) {
      return new Received(
          input.id("id"),
          input.requiredInteger("targetProductId"),
          input.requiredInteger("targetSizeId"),
          input.requiredInteger("targetLocationId"),
          input.requiredInteger("targetQuantity"));
    }
  }

  /** Reads a {@code ShipmentWhenReceivingUpdateInput}. */
  static ReceptionUpdate from(Arguments input) {
    return new ReceptionUpdate(
        input.id("id"),
        requireNonNullElse(input.inputs("receivedShipmentDetailUpdateInputs"), List.<Arguments>of())
            .stream()
            .map(Received::from)
            .toList(),
        labels(requireNonNullElse(input.texts("lostBoxLabelIdentifiers"), List.of())));
  }

  private static Set<String> labels(List<String> texts) {
    Set<String> labels = new TreeSet<>(SAME_LABEL);
    labels.addAll(texts);
    return labels;
  }
}
