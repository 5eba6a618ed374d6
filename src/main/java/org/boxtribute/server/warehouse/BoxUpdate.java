package org.boxtribute.server.warehouse;

import java.util.Set;
import org.boxtribute.server.graphql.binding.Arguments;
import org.jspecify.annotations.Nullable;

/**
 * What is to change of a box; null leaves it as it is.
 *
 * @param state beats the state that a new location gives
 * @param tagIds of all tags that it is to have, as far as there are such tags
 * @param newTagNames of tags that are to be created for it
 */
record BoxUpdate(
    String labelIdentifier,
    @Nullable Integer productId,
    @Nullable Integer locationId,
    ItemSpecification items,
    BoxDetails details,
    @Nullable BoxState state,
    @Nullable Set<Integer> tagIds,
    Set<String> newTagNames) {

  /** Reads a {@code MarkedForShipmentBoxUpdateInput}, which has nothing but the amounts. */
  static BoxUpdate ofAmounts(Arguments input) {
    return new BoxUpdate(
        input.requiredText("labelIdentifier"),
        null,
        null,
        new ItemSpecification(null, null, null),
        BoxDetails.ofAmounts(input),
        null,
        null,
        Set.of());
  }

  /** Reads a {@code BoxUpdateInput}. */
  static BoxUpdate from(Arguments input) {
    return new BoxUpdate(
        input.requiredText("labelIdentifier"),
        input.integer("productId"),
        input.integer("locationId"),
        ItemSpecification.from(input),
        BoxDetails.from(input),
        input.choice("state", BoxState.class),
        BoxInputs.tagIds(input),
        BoxInputs.newTagNames(input));
  }
}
