package org.boxtribute.server.transfer;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.boxtribute.server.graphql.error.BadUserInput;
import org.jspecify.annotations.Nullable;

/**
 * From when until when shipments may be made under an agreement, to the second.
 *
 * @param until null for no end
 */
record AgreementPeriod(Instant from, @Nullable Instant until) {

  /**
   * The period between two days, both of which belong to it from their first second to their last
   * in a time zone.
   *
   * @param firstDay null for a begin at once
   * @param lastDay null for no end
   * @throws BadUserInput if the period would end before it begins
   */
  static AgreementPeriod between(
      @Nullable LocalDate firstDay, @Nullable LocalDate lastDay, ZoneId zone, Instant now) {
    Instant from = firstDay == null ? now : firstDay.atStartOfDay(zone).toInstant();
    Instant until =
        lastDay == null ? null : lastDay.plusDays(1).atStartOfDay(zone).toInstant().minusSeconds(1);
    if (until != null && !from.isBefore(until)) {
      throw new BadUserInput("The agreement has to end after it begins.");
    }
    return new AgreementPeriod(from, until);
  }

  /** Whether another period lies within this one. */
  boolean contains(AgreementPeriod other) {
    if (other.from.isBefore(from)) {
      return false;
    }
    return until == null || (other.until != null && !other.until.isAfter(until));
  }
}
