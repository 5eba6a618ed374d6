package org.boxtribute.server.beneficiary;

import static java.util.Objects.requireNonNullElse;
import static org.boxtribute.server.persistence.schema.Tables.BENEFICIARY;

import java.time.LocalDate;
import java.util.Set;
import org.boxtribute.server.graphql.binding.Arguments;
import org.boxtribute.server.persistence.schema.tables.records.BeneficiaryRecord;
import org.jspecify.annotations.Nullable;

/**
 * What is to change of a beneficiary; null leaves it as it is.
 *
 * @param comment empty to take it away
 * @param languages all that they shall have
 */
record BeneficiaryUpdate(
    int id,
    @Nullable String firstName,
    @Nullable String lastName,
    @Nullable String groupIdentifier,
    @Nullable Day dateOfBirth,
    @Nullable HumanGender gender,
    @Nullable Boolean isVolunteer,
    @Nullable Boolean registered,
    @Nullable String comment,
    @Nullable Signature signature,
    @Nullable Day dateOfSignature,
    @Nullable Integer familyHeadId,
    @Nullable Set<Language> languages) {

  /**
   * A day that the client gave.
   *
   * @param day null to take it away
   */
  record Day(@Nullable LocalDate day) {
    private static @Nullable Day from(Arguments input, String name) {
      return input.gives(name) ? new Day(BeneficiaryInputs.day(input, name)) : null;
    }
  }

  /** Reads a {@code BeneficiaryUpdateInput}. */
  static BeneficiaryUpdate from(Arguments input) {
    return new BeneficiaryUpdate(
        input.id("id"),
        input.text("firstName", BENEFICIARY.FIRST_NAME),
        input.text("lastName", BENEFICIARY.LAST_NAME),
        input.text("groupIdentifier", BENEFICIARY.GROUP_IDENTIFIER),
        Day.from(input, "dateOfBirth"),
        input.choice("gender", HumanGender.class),
        input.flag("isVolunteer"),
        input.flag("registered"),
        input.gives("comment")
            ? requireNonNullElse(input.text("comment", BENEFICIARY.COMMENT), "")
            : null,
        Signature.from(input),
        Day.from(input, "dateOfSignature"),
        input.integer("familyHeadId"),
        BeneficiaryInputs.languages(input));
  }

  /** Sets what the row itself tells, but for the family and the day of the signature. */
  void applyTo(BeneficiaryRecord beneficiary) {
    if (firstName != null) {
      beneficiary.setFirstName(firstName);
    }
    if (lastName != null) {
      beneficiary.setLastName(lastName);
    }
    if (groupIdentifier != null) {
      beneficiary.setGroupIdentifier(groupIdentifier);
    }
    if (dateOfBirth != null) {
      beneficiary.setDateOfBirth(dateOfBirth.day());
    }
    if (gender != null) {
      beneficiary.setGender(gender);
    }
    if (isVolunteer != null) {
      beneficiary.setIsVolunteer(isVolunteer);
    }
    if (registered != null) {
      beneficiary.setNotRegistered(!registered);
    }
    if (comment != null) {
      beneficiary.setComment(comment);
    }
    if (signature != null) {
      signature.applyTo(beneficiary);
    }
  }
}
