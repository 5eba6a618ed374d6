package org.boxtribute.server.beneficiary;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.binding.OldLoader;
import org.boxtribute.server.persistence.schema.tables.records.BeneficiaryRecord;
import org.boxtribute.server.security.CurrentUser;

/** Beneficiaries by id. The fields that lead to a beneficiary guard themselves. */
@Singleton
final class BeneficiaryLoader implements OldLoader<Integer, BeneficiaryRecord> {
  private final BeneficiaryRepository beneficiaries;

  BeneficiaryLoader(BeneficiaryRepository beneficiaries) {
    this.beneficiaries = beneficiaries;
  }

  @Override
  public Map<Integer, BeneficiaryRecord> load(Set<Integer> ids, CurrentUser user) {
    return beneficiaries.byId(ids);
  }
}
