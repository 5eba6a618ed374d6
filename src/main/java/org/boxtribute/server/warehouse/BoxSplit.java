package org.boxtribute.server.warehouse;

import org.boxtribute.server.graphql.binding.Arguments;

/**
 * What is to be taken out of a box.
 *
 * @param locationId where the new box is to be put
 */
record BoxSplit(String sourceLabelIdentifier, int numberOfItems, int locationId) {

  /** Reads a {@code BoxFromBoxCreationInput}. */
  static BoxSplit from(Arguments input) {
    return new BoxSplit(
        input.requiredText("sourceBoxLabelIdentifier"),
        input.requiredInteger("numberOfItems"),
        input.requiredInteger("locationId"));
  }
}
