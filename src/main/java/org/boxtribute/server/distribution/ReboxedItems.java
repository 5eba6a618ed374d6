package org.boxtribute.server.distribution;

import org.boxtribute.server.graphql.binding.Arguments;

/**
 * Returned items that are put into a box.
 *
 * @param targetBox the number printed on the box's label
 */
record ReboxedItems(ReturnedItems items, String targetBox) {

  /** Reads the arguments of {@code moveItemsFromReturnTrackingGroupToBox}. */
  static ReboxedItems from(Arguments arguments) {
    return new ReboxedItems(
        ReturnedItems.from(arguments), arguments.requiredText("targetBoxLabelIdentifier"));
  }
}
