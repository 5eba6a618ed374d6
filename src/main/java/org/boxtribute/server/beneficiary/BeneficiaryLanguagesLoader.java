package org.boxtribute.server.beneficiary;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.Loader;
import org.boxtribute.server.graphql.RequestContext;
import org.boxtribute.server.persistence.type.Language;

/** The languages that beneficiaries speak. */
@Singleton
final class BeneficiaryLanguagesLoader implements Loader<Integer, List<Language>> {
  private final BeneficiaryRepository beneficiaries;

  BeneficiaryLanguagesLoader(BeneficiaryRepository beneficiaries) {
    this.beneficiaries = beneficiaries;
  }

  @Override
  public Map<Integer, List<Language>> load(Set<Integer> ids, RequestContext request) {
    return beneficiaries.languages(ids);
  }
}
