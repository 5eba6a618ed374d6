package org.boxtribute.server.beneficiary;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.Loader;
import org.boxtribute.server.graphql.RequestContext;
import org.boxtribute.server.persistence.schema.tables.records.BeneficiaryRecord;

/** Beneficiaries by id. The fields that lead to a beneficiary guard themselves. */
@Singleton
final class BeneficiaryLoader implements Loader<Integer, BeneficiaryRecord> {
  private final BeneficiaryRepository beneficiaries;

  BeneficiaryLoader(BeneficiaryRepository beneficiaries) {
    this.beneficiaries = beneficiaries;
  }

  @Override
  public Map<Integer, BeneficiaryRecord> load(Set<Integer> ids, RequestContext request) {
    return beneficiaries.byId(ids);
  }
}
