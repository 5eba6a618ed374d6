package org.boxtribute.server.warehouse;

import static org.boxtribute.server.persistence.schema.Tables.BOX;

import java.util.Objects;
import java.util.Set;
import org.boxtribute.server.graphql.binding.Arguments;

/** An item of a list of boxes: a box that is to be created, or items for one that is there. */
sealed interface BoxAddition {

  /** What is in the box. */
  int productId();

  /** Where the box stands. */
  int locationId();

  /**
   * A new box.
   *
   * @param sizeName the size or the measure of each item as people write it
   * @param newTagNames of tags that are to be created; boxes that name the same one share it
   */
  record NewBox(
      int productId,
      int locationId,
      String sizeName,
      int numberOfItems,
      String comment,
      Set<Integer> tagIds,
      Set<String> newTagNames)
      implements BoxAddition {}

  /** More items for the box with a label. */
  record MoreItems(int productId, int locationId, String label, int numberOfItems)
      implements BoxAddition {}

  /** Reads a {@code BoxBulkCreationInput}. */
  static BoxAddition from(Arguments input) {
    String label = input.text("boxLabelIdentifierForMerge");
    return label == null ? newBox(input) : moreItems(input, label);
  }

  private static NewBox newBox(Arguments input) {
    return new NewBox(
        input.requiredInteger("productId"),
        input.requiredInteger("locationId"),
        input.requiredText("sizeName", BOX.COMMENT),
        Objects.requireNonNullElse(BoxInputs.numberOfItems(input), 0),
        Objects.requireNonNullElse(input.text("comment", BOX.COMMENT), ""),
        Objects.requireNonNullElse(BoxInputs.tagIds(input), Set.of()),
        BoxInputs.newTagNames(input));
  }

  private static MoreItems moreItems(Arguments input, String label) {
    return new MoreItems(
        input.requiredInteger("productId"),
        input.requiredInteger("locationId"),
        label,
        Objects.requireNonNullElse(input.integer("numberOfItems"), 0));
  }
}
