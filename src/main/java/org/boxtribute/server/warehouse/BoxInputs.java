package org.boxtribute.server.warehouse;

import static org.boxtribute.server.persistence.schema.Tables.TAG;
import static org.boxtribute.server.warehouse.LabelOrder.SAME_LABEL;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.boxtribute.server.graphql.binding.Arguments;
import org.boxtribute.server.graphql.error.BadUserInput;
import org.jspecify.annotations.Nullable;

/** Reads the fields that the inputs about boxes have in common. */
final class BoxInputs {
  private BoxInputs() {}

  /** The field {@code numberOfItems}, or null where the client gave none. */
  static @Nullable Integer numberOfItems(Arguments input) {
    Integer number = input.integer("numberOfItems");
    if (number != null && number < 0) {
      throw new BadUserInput("The 'numberOfItems' must not be negative.");
    }
    return number;
  }

  /** The argument or field {@code labelIdentifiers}, each label once, as it was first written. */
  static Set<String> labels(Arguments input) {
    Set<String> labels = new TreeSet<>(SAME_LABEL);
    labels.addAll(input.requiredTexts("labelIdentifiers"));
    return labels;
  }

  /** The field {@code tagIds}, each id once, or null where the client gave none. */
  static @Nullable Set<Integer> tagIds(Arguments input) {
    List<Integer> ids = input.integers("tagIds");
    return ids == null ? null : new TreeSet<>(ids);
  }

  /** The field {@code newTagNames}, each name once, in the client's order. */
  static Set<String> newTagNames(Arguments input) {
    Set<String> names =
        new LinkedHashSet<>(
            Objects.requireNonNullElse(input.texts("newTagNames", TAG.NAME), List.of()));
    if (names.stream().anyMatch(String::isBlank)) {
      throw new BadUserInput("The 'newTagNames' must not be empty.");
    }
    return names;
  }
}
