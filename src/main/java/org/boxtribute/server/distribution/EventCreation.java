package org.boxtribute.server.distribution;

import static org.boxtribute.server.persistence.schema.Tables.DISTRIBUTION_EVENT;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.boxtribute.server.graphql.binding.Arguments;
import org.boxtribute.server.graphql.error.BadUserInput;
import org.jspecify.annotations.Nullable;

/**
 * What a new event is to be.
 *
 * @param spot the id of the spot where it is held
 * @param start when it is to begin, to the second
 * @param end when it is to end, to the second; not before the start
 */
record EventCreation(int spot, @Nullable String name, Instant start, Instant end) {
  private static final Instant EARLIEST = Instant.parse("1000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  /** Reads a {@code DistributionEventCreationInput}. */
  static EventCreation from(Arguments input) {
    Instant start = storable(input.requiredTime("plannedStartDateTime"), "plannedStartDateTime");
    Instant end =
        storable(
            Objects.requireNonNullElse(input.time("plannedEndDateTime"), start),
            "plannedEndDateTime");
    if (end.isBefore(start)) {
      throw new BadUserInput("The 'plannedEndDateTime' must not be before the start.");
    }
    return new EventCreation(
        input.requiredInteger("distributionSpotId"),
        input.text("name", DISTRIBUTION_EVENT.NAME),
        start,
        end);
  }

  private static Instant storable(Instant time, String name) {
    Instant toTheSecond = time.truncatedTo(ChronoUnit.SECONDS);
    if (toTheSecond.isBefore(EARLIEST) || toTheSecond.isAfter(LATEST)) {
      throw new BadUserInput("The year of the '" + name + "' has to have four digits.");
    }
    return toTheSecond;
  }
}
