package org.boxtribute.server.beneficiary;

import static org.boxtribute.server.persistence.schema.Tables.BENEFICIARY;
import static org.boxtribute.server.security.Permission.BASE_READ;
import static org.boxtribute.server.security.Permission.BENEFICIARY_READ;
import static org.boxtribute.server.security.Permission.TAG_READ;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import org.boxtribute.server.graphql.binding.Bindings;
import org.boxtribute.server.graphql.binding.FieldBindings;
import org.boxtribute.server.graphql.binding.ObjectBinding;
import org.boxtribute.server.graphql.paging.Page;
import org.boxtribute.server.organisation.OrganisationLoaders;
import org.boxtribute.server.persistence.schema.tables.records.BaseRecord;
import org.boxtribute.server.persistence.schema.tables.records.BeneficiaryRecord;
import org.boxtribute.server.persistence.schema.tables.records.TagRecord;
import org.jspecify.annotations.Nullable;

/** The fields of the type Beneficiary, and those of bases and tags that lead to it. */
@Singleton
final class BeneficiaryFields implements FieldBindings {
  private final Clock clock;
  private final OrganisationLoaders organisation;
  private final BeneficiaryLoaders loaders;

  BeneficiaryFields(Clock clock, OrganisationLoaders organisation, BeneficiaryLoaders loaders) {
    this.clock = clock;
    this.organisation = organisation;
    this.loaders = loaders;
  }

  @Override
  public void bind(Bindings bindings) {
    bindings.enumeration(HumanGender.class);
    bindings.enumeration(Language.class);
    ObjectBinding<BeneficiaryRecord> beneficiary =
        bindings.object("Beneficiary", BeneficiaryRecord.class);
    bindPerson(beneficiary);
    bindNeighbours(beneficiary);
    Page.bind(bindings, "BeneficiaryPage");
    bindings
        .object("BeneficiariesResult", BeneficiariesResult.class)
        .value("results", BeneficiariesResult::results);

    bindings
        .extend("Base", BaseRecord.class)
        .load(
            "beneficiaries",
            BaseRecord::getId,
            BeneficiarySelection::from,
            loaders.beneficiariesOfBases)
        .guardedBy(requires(BENEFICIARY_READ).inBase(BaseRecord::getId));
    bindings
        .extend("Tag", TagRecord.class)
        .loadList("taggedResources", TagRecord::getId, loaders.taggedResources);
  }

  private void bindPerson(ObjectBinding<BeneficiaryRecord> beneficiary) {
    beneficiary.column("id", BENEFICIARY.ID);
    beneficiary.column("firstName", BENEFICIARY.FIRST_NAME);
    beneficiary.column("lastName", BENEFICIARY.LAST_NAME);
    beneficiary.column("dateOfBirth", BENEFICIARY.DATE_OF_BIRTH);
    beneficiary.value("age", this::age);
    beneficiary.column("gender", BENEFICIARY.GENDER);
    beneficiary.column("groupIdentifier", BENEFICIARY.GROUP_IDENTIFIER);
    beneficiary.column("phoneNumber", BENEFICIARY.PHONE_NUMBER);
    beneficiary.column("comment", BENEFICIARY.COMMENT);
    beneficiary.column("isVolunteer", BENEFICIARY.IS_VOLUNTEER);
    beneficiary.value("registered", row -> !row.getNotRegistered());
    beneficiary.value("active", row -> row.getDeletedOn() == null);
    beneficiary.column("signed", BENEFICIARY.SIGNED);
    beneficiary.column("signature", BENEFICIARY.SIGNATURE);
    beneficiary.value("dateOfSignature", BeneficiaryFields::dateOfSignature);
    beneficiary.column("createdOn", BENEFICIARY.CREATED_ON);
    beneficiary.load("createdBy", BeneficiaryRecord::getCreatedBy, organisation.users);
    beneficiary.column("lastModifiedOn", BENEFICIARY.LAST_MODIFIED_ON);
    beneficiary.load("lastModifiedBy", BeneficiaryRecord::getLastModifiedBy, organisation.users);
  }

  private void bindNeighbours(ObjectBinding<BeneficiaryRecord> beneficiary) {
    beneficiary
        .load("base", BeneficiaryRecord::getBaseId, organisation.bases)
        .guardedBy(requires(BASE_READ).inBase(BeneficiaryRecord::getBaseId));
    beneficiary
        .load("familyHead", BeneficiaryRecord::getFamilyHeadId, loaders.beneficiaries)
        .orNullUnless(requires(BENEFICIARY_READ).inBase(BeneficiaryRecord::getBaseId));
    beneficiary.loadList("languages", BeneficiaryRecord::getId, loaders.languages);
    beneficiary
        .loadList("tags", BeneficiaryRecord::getId, loaders.tags)
        .guardedBy(requires(TAG_READ).inBase(BeneficiaryRecord::getBaseId));
    beneficiary.load("tokens", BeneficiaryRecord::getId, loaders.tokens).otherwise(0L);
    beneficiary.loadList("transactions", BeneficiaryRecord::getId, loaders.transactions);
  }

  private @Nullable Integer age(BeneficiaryRecord beneficiary) {
    LocalDate birth = beneficiary.getDateOfBirth();
    return birth == null ? null : Period.between(birth, LocalDate.now(clock)).getYears();
  }

  private static @Nullable LocalDate dateOfSignature(BeneficiaryRecord beneficiary) {
    Instant signed = beneficiary.getDateOfSignature();
    return signed == null ? null : LocalDate.ofInstant(signed, ZoneOffset.UTC);
  }
}
