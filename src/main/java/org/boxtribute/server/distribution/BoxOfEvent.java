package org.boxtribute.server.distribution;

import org.boxtribute.server.graphql.binding.Arguments;

/**
 * A box and an event that it is packed for, or is to be.
 *
 * @param label the number printed on the box's label
 */
record BoxOfEvent(String label, int event) {

  /** Reads the arguments {@code boxLabelIdentifier} and {@code distributionEventId}. */
  static BoxOfEvent from(Arguments arguments) {
    return new BoxOfEvent(
        arguments.requiredText("boxLabelIdentifier"), arguments.id("distributionEventId"));
  }
}
