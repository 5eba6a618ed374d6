package org.boxtribute.server.beneficiary;

import org.boxtribute.server.graphql.Arguments;
import org.boxtribute.server.graphql.PageRequest;

/** Which page of which beneficiaries a client asks for. */
record BeneficiaryList(BeneficiaryFilter filter, PageRequest page) {

  /** Reads the arguments {@code filterInput} and {@code paginationInput}. */
  static BeneficiaryList from(Arguments arguments) {
    return new BeneficiaryList(BeneficiaryFilter.from(arguments), PageRequest.from(arguments));
  }
}
