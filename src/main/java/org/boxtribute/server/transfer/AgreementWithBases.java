package org.boxtribute.server.transfer;

import java.util.Set;
import java.util.TreeSet;
import org.boxtribute.server.graphql.error.BadUserInput;
import org.boxtribute.server.persistence.schema.tables.records.TransferAgreementRecord;

/**
 * A transfer agreement, together with the bases that it holds for: the users of each may see it.
 *
 * @param sourceBases the ids of the bases of the organisation that is the agreement's source
 * @param targetBases the ids of the bases of the other organisation
 */
record AgreementWithBases(
    TransferAgreementRecord agreement, Set<Integer> sourceBases, Set<Integer> targetBases) {

  /** The bases of the organisation that was asked, and may accept or reject. */
  Set<Integer> partnerBases() {
    return agreement.getType() == TransferAgreementType.RECEIVING_FROM ? sourceBases : targetBases;
  }

  /**
   * Whether goods may go from one base to another: in the agreement's direction, or both ways if it
   * is bidirectional.
   */
  boolean allows(int source, int target) {
    boolean forwards = sourceBases.contains(source) && targetBases.contains(target);
    boolean backwards = sourceBases.contains(target) && targetBases.contains(source);
    return forwards || (backwards && agreement.getType() == TransferAgreementType.BIDIRECTIONAL);
  }

  /** When shipments may be made. */
  AgreementPeriod period() {
    return new AgreementPeriod(agreement.getValidFrom(), agreement.getValidUntil());
  }

  /**
   * Demands that the agreement is in one of the states.
   *
   * @throws BadUserInput if it is not
   */
  void requireState(Set<TransferAgreementState> states) {
    if (!states.contains(agreement.getState())) {
      throw new BadUserInput(
          "The state of the transfer agreement, %s, does not allow this."
              .formatted(agreement.getState().apiName()));
    }
  }

  Set<Integer> bases() {
    Set<Integer> bases = new TreeSet<>(sourceBases);
    bases.addAll(targetBases);
    return bases;
  }
}
