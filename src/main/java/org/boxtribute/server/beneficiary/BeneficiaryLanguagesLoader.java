package org.boxtribute.server.beneficiary;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.binding.OldLoader;
import org.boxtribute.server.security.CurrentUser;

/** The languages that beneficiaries speak. */
@Singleton
final class BeneficiaryLanguagesLoader implements OldLoader<Integer, List<Language>> {
  private final BeneficiaryRepository beneficiaries;

  BeneficiaryLanguagesLoader(BeneficiaryRepository beneficiaries) {
    this.beneficiaries = beneficiaries;
  }

  @Override
  public Map<Integer, List<Language>> load(Set<Integer> ids, CurrentUser user) {
    return beneficiaries.languages(ids);
  }
}
