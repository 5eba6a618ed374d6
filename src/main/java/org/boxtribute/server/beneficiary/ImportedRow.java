package org.boxtribute.server.beneficiary;

import static java.util.Objects.requireNonNullElse;
import static org.boxtribute.server.persistence.schema.Tables.BENEFICIARY;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.boxtribute.server.graphql.binding.Arguments;
import org.boxtribute.server.graphql.binding.Texts;
import org.boxtribute.server.persistence.schema.tables.records.BeneficiaryRecord;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/**
 * One beneficiary of an import.
 *
 * @param row what the import tells of the person; what it leaves out has its default
 * @param invalid what of it cannot be stored as it was given
 */
record ImportedRow(
    BeneficiaryRecord row,
    Set<Language> languages,
    Set<Integer> tagIds,
    List<InvalidField> invalid) {

  /** Reads a {@code BeneficiaryBulkCreationInput}, whatever its values are. */
  static ImportedRow from(Arguments input) {
    Reader read = new Reader(input, new ArrayList<>());
    BeneficiaryRecord row = new BeneficiaryRecord();
    row.setFirstName(read.text("firstName", BENEFICIARY.FIRST_NAME, ""));
    row.setLastName(read.text("lastName", BENEFICIARY.LAST_NAME, ""));
    row.setDateOfBirth(read.dateOfBirth());
    row.setGender(
        requireNonNullElse(input.choice("gender", HumanGender.class), HumanGender.DIVERSE));
    row.setIsVolunteer(input.isTrue("isVolunteer"));
    row.setNotRegistered(Boolean.FALSE.equals(input.flag("registered")));
    row.setPhoneNumber(read.text("phoneNumber", BENEFICIARY.PHONE_NUMBER, null));
    row.setGroupIdentifier(read.text("groupIdentifier", BENEFICIARY.GROUP_IDENTIFIER, ""));
    row.setComment(read.text("comment", BENEFICIARY.COMMENT, ""));
    row.setFamilyHeadId(input.integer("familyHeadId"));
    return new ImportedRow(
        row,
        requireNonNullElse(BeneficiaryInputs.languages(input), Set.of()),
        BeneficiaryInputs.tagIds(input),
        read.invalid());
  }

  private record Reader(Arguments input, List<InvalidField> invalid) {

    @Nullable String text(String name, TableField<?, String> column, @Nullable String otherwise) {
      String given = input.text(name);
      if (given == null) {
        return otherwise;
      }
      String storable = Texts.cut(given, column);
      if (!storable.equals(given)) {
        invalid.add(new InvalidField(name, given, storable));
      }
      return storable;
    }

    @Nullable LocalDate dateOfBirth() {
      LocalDate day = input.date("dateOfBirth");
      if (day != null && !BeneficiaryInputs.isStorable(day)) {
        invalid.add(new InvalidField("dateOfBirth", day.toString(), null));
      }
      return day;
    }
  }
}
