package org.boxtribute.server.transfer;

import java.util.Set;
import java.util.TreeSet;
import org.boxtribute.server.persistence.schema.tables.records.TransferAgreementRecord;

/**
 * A transfer agreement, together with the bases that it holds for: the users of each may see it.
 *
 * @param sourceBases the ids of the bases of the organisation that is the agreement's source
 * @param targetBases the ids of the bases of the other organisation
 */
record AgreementWithBases(
    TransferAgreementRecord agreement, Set<Integer> sourceBases, Set<Integer> targetBases) {

  Set<Integer> bases() {
    Set<Integer> bases = new TreeSet<>(sourceBases);
    bases.addAll(targetBases);
    return bases;
  }
}
