package org.boxtribute.server.beneficiary;

import org.boxtribute.server.graphql.binding.Arguments;
import org.boxtribute.server.graphql.paging.PageRequest;

/** Which page of which beneficiaries a client asks for. */
record BeneficiaryList(BeneficiaryFilter filter, PageRequest page) {

  /** Reads the arguments {@code filterInput} and {@code paginationInput}. */
  static BeneficiaryList from(Arguments arguments) {
    return new BeneficiaryList(BeneficiaryFilter.from(arguments), PageRequest.from(arguments));
  }
}
