package org.boxtribute.server.warehouse;

import static java.util.Objects.requireNonNullElse;

import java.time.LocalDate;
import java.util.List;
import org.boxtribute.server.graphql.binding.Arguments;
import org.boxtribute.server.product.ProductGender;
import org.jspecify.annotations.Nullable;

/**
 * Which boxes to list. What is null or an empty list limits nothing, except for tags: a box has to
 * have one of them, so that an empty list fits no box.
 *
 * @param lastModifiedUntil the time at which this day begins is the last one listed
 */
public record BoxFilter(
    List<BoxState> states,
    @Nullable LocalDate lastModifiedFrom,
    @Nullable LocalDate lastModifiedUntil,
    @Nullable ProductGender productGender,
    List<ProductGender> productGenders,
    @Nullable Integer productCategoryId,
    List<Integer> productCategoryIds,
    @Nullable Integer productId,
    List<Integer> productIds,
    @Nullable Integer sizeId,
    @Nullable List<Integer> tagIds,
    List<Integer> locationIds) {

  private static final BoxFilter NONE =
      new BoxFilter(
          List.of(), null, null, null, List.of(), null, List.of(), null, List.of(), null, null,
          List.of());

  /** Reads the argument {@code filterInput}. */
  public static BoxFilter from(Arguments arguments) {
    Arguments input = arguments.input("filterInput");
    if (input == null) {
      return NONE;
    }
    return new BoxFilter(
        listed(input.choices("states", BoxState.class)),
        input.date("lastModifiedFrom"),
        input.date("lastModifiedUntil"),
        input.choice("productGender", ProductGender.class),
        listed(input.choices("productGenders", ProductGender.class)),
        input.integer("productCategoryId"),
        listed(input.integers("productCategoryIds")),
        input.integer("productId"),
        listed(input.integers("productIds")),
        input.integer("sizeId"),
        input.integers("tagIds"),
        listed(input.integers("locationIds")));
  }

  private static <T> List<T> listed(@Nullable List<T> values) {
    return requireNonNullElse(values, List.of());
  }
}
