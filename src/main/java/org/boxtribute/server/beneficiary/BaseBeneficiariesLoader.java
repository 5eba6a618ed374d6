package org.boxtribute.server.beneficiary;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.ArgumentLoader;
import org.boxtribute.server.graphql.Page;
import org.boxtribute.server.graphql.RequestContext;
import org.boxtribute.server.persistence.schema.tables.records.BeneficiaryRecord;

/** Pages of the beneficiaries of bases. */
@Singleton
final class BaseBeneficiariesLoader
    implements ArgumentLoader<BeneficiaryList, Integer, Page<BeneficiaryRecord>> {
  private final BeneficiaryRepository beneficiaries;

  BaseBeneficiariesLoader(BeneficiaryRepository beneficiaries) {
    this.beneficiaries = beneficiaries;
  }

  @Override
  public Map<Integer, Page<BeneficiaryRecord>> load(
      BeneficiaryList list, Set<Integer> bases, RequestContext request) {
    return beneficiaries.ofBases(bases, list.filter(), list.page());
  }
}
