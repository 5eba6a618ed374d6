package org.boxtribute.server.transfer;

import static org.boxtribute.server.persistence.schema.Tables.TRANSFER_AGREEMENT;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.boxtribute.server.graphql.binding.Arguments;
import org.jspecify.annotations.Nullable;

/**
 * What a new transfer agreement is to be.
 *
 * @param initiator the organisation that asks for it, and its bases
 * @param partner the other organisation, and its bases; null for all that it has
 */
record AgreementCreation(
    TransferAgreementType type,
    int initiator,
    Set<Integer> initiatingBases,
    int partner,
    @Nullable Set<Integer> partnerBases,
    @Nullable LocalDate firstDay,
    @Nullable LocalDate lastDay,
    @Nullable String comment) {

  /** Reads a {@code TransferAgreementCreationInput}. */
  static AgreementCreation from(Arguments input) {
    Collection<Integer> partnerBases = input.integers("partnerOrganisationBaseIds");
    return new AgreementCreation(
        input.requiredChoice("type", TransferAgreementType.class),
        input.requiredInteger("initiatingOrganisationId"),
        new TreeSet<>(input.requiredIntegers("initiatingOrganisationBaseIds")),
        input.requiredInteger("partnerOrganisationId"),
        partnerBases == null ? null : new TreeSet<>(partnerBases),
        input.date("validFrom"),
        input.date("validUntil"),
        input.text("comment", TRANSFER_AGREEMENT.COMMENT));
  }

  /** Whether the goods come from the organisation that asks. */
  boolean initiatorIsSource() {
    return type != TransferAgreementType.RECEIVING_FROM;
  }
}
