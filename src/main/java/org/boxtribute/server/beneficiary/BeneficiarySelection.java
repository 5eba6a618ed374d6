package org.boxtribute.server.beneficiary;

import org.boxtribute.server.graphql.binding.Arguments;
import org.boxtribute.server.graphql.paging.PageRequest;

/** Which beneficiaries of a list are wanted, and which page of them. */
record BeneficiarySelection(BeneficiaryFilter filter, PageRequest page) {

  /** Reads the arguments {@code filterInput} and {@code paginationInput}. */
  static BeneficiarySelection from(Arguments arguments) {
    return new BeneficiarySelection(BeneficiaryFilter.from(arguments), PageRequest.from(arguments));
  }
}
