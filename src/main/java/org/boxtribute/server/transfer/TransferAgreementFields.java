package org.boxtribute.server.transfer;

import static org.boxtribute.server.persistence.schema.Tables.TRANSFER_AGREEMENT;
import static org.boxtribute.server.security.Permission.BASE_READ;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import org.boxtribute.server.graphql.binding.Bindings;
import org.boxtribute.server.graphql.binding.FieldBindings;
import org.boxtribute.server.graphql.binding.ObjectBinding;
import org.boxtribute.server.organisation.BaseFilter;
import org.boxtribute.server.organisation.OrganisationLoaders;
import org.boxtribute.server.security.Requirement;

/** The fields of the type TransferAgreement. */
@Singleton
final class TransferAgreementFields implements FieldBindings {
  private static final Requirement<AgreementWithBases> BASES_READABLE =
      requires(BASE_READ).inAnyBaseOf(AgreementWithBases::bases);

  private final OrganisationLoaders organisation;
  private final TransferLoaders loaders;

  TransferAgreementFields(OrganisationLoaders organisation, TransferLoaders loaders) {
    this.organisation = organisation;
    this.loaders = loaders;
  }

  @Override
  public void bind(Bindings bindings) {
    bindings.enumeration(TransferAgreementState.class);
    bindings.enumeration(TransferAgreementType.class);
    ObjectBinding<AgreementWithBases> agreement =
        bindings.object(
            "TransferAgreement",
            AgreementWithBases.class,
            TRANSFER_AGREEMENT,
            AgreementWithBases::agreement);
    agreement.column("id", TRANSFER_AGREEMENT.ID);
    agreement.column("type", TRANSFER_AGREEMENT.TYPE);
    agreement.column("state", TRANSFER_AGREEMENT.STATE);
    agreement.column("comment", TRANSFER_AGREEMENT.COMMENT);
    agreement.column("validFrom", TRANSFER_AGREEMENT.VALID_FROM);
    agreement.column("validUntil", TRANSFER_AGREEMENT.VALID_UNTIL);
    bindPartners(agreement);
    agreement.loadList("shipments", row -> row.agreement().getId(), loaders.shipmentsOfAgreements);

    agreement.column("requestedOn", TRANSFER_AGREEMENT.REQUESTED_ON);
    agreement.load("requestedBy", row -> row.agreement().getRequestedBy(), organisation.users);
    agreement.column("acceptedOn", TRANSFER_AGREEMENT.ACCEPTED_ON);
    agreement.load("acceptedBy", row -> row.agreement().getAcceptedBy(), organisation.users);
    agreement.column("terminatedOn", TRANSFER_AGREEMENT.TERMINATED_ON);
    agreement.load("terminatedBy", row -> row.agreement().getTerminatedBy(), organisation.users);
  }

  private void bindPartners(ObjectBinding<AgreementWithBases> agreement) {
    agreement.load(
        "sourceOrganisation",
        row -> row.agreement().getSourceOrganisationId(),
        organisation.organisations);
    agreement.load(
        "targetOrganisation",
        row -> row.agreement().getTargetOrganisationId(),
        organisation.organisations);
    agreement
        .loadList(
            "sourceBases", AgreementWithBases::sourceBases, BaseFilter::from, loaders.basesOfSides)
        .guardedBy(BASES_READABLE);
    agreement
        .loadList(
            "targetBases", AgreementWithBases::targetBases, BaseFilter::from, loaders.basesOfSides)
        .guardedBy(BASES_READABLE);
  }
}
