package org.boxtribute.server.beneficiary;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.binding.OldArgumentLoader;
import org.boxtribute.server.graphql.paging.Page;
import org.boxtribute.server.persistence.schema.tables.records.BeneficiaryRecord;
import org.boxtribute.server.security.CurrentUser;

/** Pages of the beneficiaries of bases. */
@Singleton
final class BaseBeneficiariesLoader
    implements OldArgumentLoader<BeneficiaryList, Integer, Page<BeneficiaryRecord>> {
  private final BeneficiaryRepository beneficiaries;

  BaseBeneficiariesLoader(BeneficiaryRepository beneficiaries) {
    this.beneficiaries = beneficiaries;
  }

  @Override
  public Map<Integer, Page<BeneficiaryRecord>> load(
      BeneficiaryList list, Set<Integer> bases, CurrentUser user) {
    return beneficiaries.ofBases(bases, list.filter(), list.page());
  }
}
