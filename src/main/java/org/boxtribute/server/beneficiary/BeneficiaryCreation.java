package org.boxtribute.server.beneficiary;

import static java.util.Objects.requireNonNullElse;
import static org.boxtribute.server.persistence.schema.Tables.BENEFICIARY;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.boxtribute.server.graphql.binding.Arguments;
import org.boxtribute.server.persistence.schema.tables.records.BeneficiaryRecord;
import org.jspecify.annotations.Nullable;

/**
 * Who a new beneficiary is.
 *
 * @param comment empty for none
 */
record BeneficiaryCreation(
    int baseId,
    String firstName,
    String lastName,
    String groupIdentifier,
    @Nullable LocalDate dateOfBirth,
    HumanGender gender,
    boolean isVolunteer,
    boolean registered,
    String comment,
    @Nullable Signature signature,
    @Nullable LocalDate dateOfSignature,
    @Nullable Integer familyHeadId,
    Set<Language> languages,
    Set<Integer> tagIds) {

  /** Reads a {@code BeneficiaryCreationInput}. */
  static BeneficiaryCreation from(Arguments input) {
    return new BeneficiaryCreation(
        input.requiredInteger("baseId"),
        input.requiredText("firstName", BENEFICIARY.FIRST_NAME),
        input.requiredText("lastName", BENEFICIARY.LAST_NAME),
        input.requiredText("groupIdentifier", BENEFICIARY.GROUP_IDENTIFIER),
        BeneficiaryInputs.day(input, "dateOfBirth"),
        input.requiredChoice("gender", HumanGender.class),
        input.isTrue("isVolunteer"),
        input.isTrue("registered"),
        requireNonNullElse(input.text("comment", BENEFICIARY.COMMENT), ""),
        Signature.from(input),
        BeneficiaryInputs.day(input, "dateOfSignature"),
        input.integer("familyHeadId"),
        requireNonNullElse(BeneficiaryInputs.languages(input), Set.of()),
        BeneficiaryInputs.tagIds(input));
  }

  BeneficiaryRecord toRow() {
    BeneficiaryRecord row = new BeneficiaryRecord();
    row.setBaseId(baseId);
    row.setFirstName(firstName);
    row.setLastName(lastName);
    row.setGroupIdentifier(groupIdentifier);
    row.setDateOfBirth(dateOfBirth);
    row.setGender(gender);
    row.setIsVolunteer(isVolunteer);
    row.setNotRegistered(!registered);
    row.setComment(comment);
    row.setFamilyHeadId(familyHeadId);
    if (signature != null) {
      signature.applyTo(row);
    }
    if (dateOfSignature != null) {
      row.setDateOfSignature(dateOfSignature.atStartOfDay().toInstant(ZoneOffset.UTC));
    }
    return row;
  }
}
