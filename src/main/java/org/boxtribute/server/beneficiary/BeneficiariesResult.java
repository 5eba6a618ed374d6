package org.boxtribute.server.beneficiary;

import java.util.List;
import org.boxtribute.server.persistence.schema.tables.records.BeneficiaryRecord;

/** What came of the creation of many beneficiaries, in the order of the request. */
record BeneficiariesResult(List<BeneficiaryRecord> results) {}
