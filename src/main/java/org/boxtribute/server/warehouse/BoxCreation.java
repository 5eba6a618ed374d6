package org.boxtribute.server.warehouse;

import java.util.Objects;
import java.util.Set;
import org.boxtribute.server.graphql.binding.Arguments;
import org.jspecify.annotations.Nullable;

/**
 * What a new box is to be.
 *
 * @param tagIds of tags that it is to get, as far as there are such tags
 * @param newTagNames of tags that are to be created for it
 */
record BoxCreation(
    int productId,
    int locationId,
    ItemSpecification items,
    BoxDetails details,
    @Nullable String qrCode,
    Set<Integer> tagIds,
    Set<String> newTagNames) {

  /** Reads a {@code BoxCreationInput}. */
  static BoxCreation from(Arguments input) {
    return new BoxCreation(
        input.requiredInteger("productId"),
        input.requiredInteger("locationId"),
        ItemSpecification.from(input),
        BoxDetails.from(input),
        input.text("qrCode"),
        Objects.requireNonNullElse(BoxInputs.tagIds(input), Set.of()),
        BoxInputs.newTagNames(input));
  }
}
