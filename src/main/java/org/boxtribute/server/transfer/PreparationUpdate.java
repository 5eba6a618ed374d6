package org.boxtribute.server.transfer;

import static java.util.Objects.requireNonNullElse;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.boxtribute.server.graphql.binding.Arguments;
import org.jspecify.annotations.Nullable;

/**
 * What is to change of a shipment that is being prepared.
 *
 * @param preparedBoxes the labels of boxes to add
 * @param removedBoxes the labels of boxes to take out
 * @param targetBase where the shipment is to go; null to leave it as it is
 */
record PreparationUpdate(
    int shipment,
    Set<String> preparedBoxes,
    Set<String> removedBoxes,
    @Nullable Integer targetBase) {

  /** Reads a {@code ShipmentWhenPreparingUpdateInput}. */
  static PreparationUpdate from(Arguments input) {
    return new PreparationUpdate(
        input.id("id"),
        labels(input, "preparedBoxLabelIdentifiers"),
        labels(input, "removedBoxLabelIdentifiers"),
        input.integer("targetBaseId"));
  }

  private static Set<String> labels(Arguments input, String name) {
    return new LinkedHashSet<>(requireNonNullElse(input.texts(name), List.of()));
  }
}
