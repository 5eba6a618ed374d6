package org.boxtribute.server.transfer;

import static org.boxtribute.server.security.Permission.BASE_READ;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import java.util.function.Function;
import org.boxtribute.server.graphql.binding.Bindings;
import org.boxtribute.server.graphql.binding.FieldBindings;
import org.boxtribute.server.graphql.binding.ObjectBinding;
import org.boxtribute.server.organisation.BaseFilter;
import org.boxtribute.server.organisation.OrganisationLoaders;
import org.boxtribute.server.persistence.schema.tables.records.TransferAgreementRecord;
import org.boxtribute.server.security.Requirement;
import org.jspecify.annotations.Nullable;

/** The fields of the type TransferAgreement. */
@Singleton
final class TransferAgreementFields implements FieldBindings {
  private static final Requirement<AgreementWithBases> BASES_READABLE =
      requires(BASE_READ).inAnyBaseOf(AgreementWithBases::bases);

  private final AgreementBasesLoader bases;
  private final AgreementShipmentsLoader shipments;
  private final OrganisationLoaders organisation;

  TransferAgreementFields(
      AgreementBasesLoader bases,
      AgreementShipmentsLoader shipments,
      OrganisationLoaders organisation) {
    this.bases = bases;
    this.shipments = shipments;
    this.organisation = organisation;
  }

  @Override
  public void bind(Bindings bindings) {
    bindings.enumeration(TransferAgreementState.class);
    bindings.enumeration(TransferAgreementType.class);
    ObjectBinding<AgreementWithBases> agreement =
        bindings.object("TransferAgreement", AgreementWithBases.class);
    agreement.value("id", of(TransferAgreementRecord::getId));
    agreement.value("type", of(TransferAgreementRecord::getType));
    agreement.value("state", of(TransferAgreementRecord::getState));
    agreement.value("comment", of(TransferAgreementRecord::getComment));
    agreement.value("validFrom", of(TransferAgreementRecord::getValidFrom));
    agreement.value("validUntil", of(TransferAgreementRecord::getValidUntil));
    bindPartners(agreement);
    agreement.loadList("shipments", of(TransferAgreementRecord::getId), shipments);

    agreement.value("requestedOn", of(TransferAgreementRecord::getRequestedOn));
    agreement.load("requestedBy", of(TransferAgreementRecord::getRequestedBy), organisation.users);
    agreement.value("acceptedOn", of(TransferAgreementRecord::getAcceptedOn));
    agreement.load("acceptedBy", of(TransferAgreementRecord::getAcceptedBy), organisation.users);
    agreement.value("terminatedOn", of(TransferAgreementRecord::getTerminatedOn));
    agreement.load(
        "terminatedBy", of(TransferAgreementRecord::getTerminatedBy), organisation.users);
  }

  private void bindPartners(ObjectBinding<AgreementWithBases> agreement) {
    agreement.load(
        "sourceOrganisation",
        of(TransferAgreementRecord::getSourceOrganisationId),
        organisation.organisations);
    agreement.load(
        "targetOrganisation",
        of(TransferAgreementRecord::getTargetOrganisationId),
        organisation.organisations);
    agreement
        .loadList("sourceBases", AgreementWithBases::sourceBases, BaseFilter::from, bases)
        .guardedBy(BASES_READABLE);
    agreement
        .loadList("targetBases", AgreementWithBases::targetBases, BaseFilter::from, bases)
        .guardedBy(BASES_READABLE);
  }

  private static <T> Function<AgreementWithBases, @Nullable T> of(
      Function<TransferAgreementRecord, @Nullable T> column) {
    return row -> column.apply(row.agreement());
  }
}
