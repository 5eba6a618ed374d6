package org.boxtribute.server.beneficiary;

import java.util.List;
import org.boxtribute.server.graphql.binding.Arguments;

/** Many new beneficiaries of one base. */
record BeneficiaryImport(int baseId, List<ImportedRow> rows) {

  /** Reads a {@code BeneficiariesCreationInput}. */
  static BeneficiaryImport from(Arguments input) {
    return new BeneficiaryImport(
        input.requiredInteger("baseId"),
        input.requiredInputs("beneficiaryData").stream().map(ImportedRow::from).toList());
  }
}
