package org.boxtribute.server.distribution;

import static org.boxtribute.server.persistence.schema.Tables.LOCATION;

import org.boxtribute.server.graphql.binding.Arguments;
import org.boxtribute.server.graphql.error.BadUserInput;
import org.jspecify.annotations.Nullable;

/**
 * What a new distribution spot is to be.
 *
 * @param latitude in degrees; null if nobody knows
 * @param longitude in degrees; null if nobody knows
 */
record SpotCreation(
    int base, String name, String comment, @Nullable Double latitude, @Nullable Double longitude) {
  private static final double NORTH_POLE = 90;
  private static final double DATE_LINE = 180;

  /** Reads a {@code DistributionSpotCreationInput}. */
  static SpotCreation from(Arguments input) {
    String name = input.requiredText("name", LOCATION.NAME);
    if (name.isBlank()) {
      throw new BadUserInput("The 'name' must not be empty.");
    }
    return new SpotCreation(
        input.requiredInteger("baseId"),
        name,
        input.requiredText("comment", LOCATION.DESCRIPTION),
        degrees(input, "latitude", NORTH_POLE),
        degrees(input, "longitude", DATE_LINE));
  }

  private static @Nullable Double degrees(Arguments input, String name, double limit) {
    Double degrees = input.decimal(name);
    if (degrees != null && !(Math.abs(degrees) <= limit)) {
      throw new BadUserInput(
          "The '%s' has to be between -%.0f and %.0f degrees.".formatted(name, limit, limit));
    }
    return degrees;
  }
}
