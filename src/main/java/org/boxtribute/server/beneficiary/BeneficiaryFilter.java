package org.boxtribute.server.beneficiary;

import java.time.LocalDate;
import org.boxtribute.server.graphql.binding.Arguments;
import org.jspecify.annotations.Nullable;

/**
 * Which beneficiaries to list; what is null does not matter.
 *
 * @param createdFrom the day from whose start on they were created
 * @param createdUntil the day until whose start they were created
 * @param active whether they are active; else they were deactivated
 * @param isVolunteer whether they help at the base
 * @param registered whether they are registered
 * @param pattern a part of a name or of the comment, or the whole group identifier
 */
record BeneficiaryFilter(
    @Nullable LocalDate createdFrom,
    @Nullable LocalDate createdUntil,
    @Nullable Boolean active,
    @Nullable Boolean isVolunteer,
    @Nullable Boolean registered,
    @Nullable String pattern) {

  private static final BeneficiaryFilter ANY =
      new BeneficiaryFilter(null, null, null, null, null, null);

  /** Reads the argument {@code filterInput}. */
  static BeneficiaryFilter from(Arguments arguments) {
    Arguments input = arguments.input("filterInput");
    return input == null
        ? ANY
        : new BeneficiaryFilter(
            input.date("createdFrom"),
            input.date("createdUntil"),
            input.flag("active"),
            input.flag("isVolunteer"),
            input.flag("registered"),
            input.text("pattern"));
  }
}
