package org.boxtribute.server.beneficiary;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.Loader;
import org.boxtribute.server.graphql.RequestContext;

/** How many tokens beneficiaries have left. */
@Singleton
final class BeneficiaryTokensLoader implements Loader<Integer, Integer> {
  private final TransactionRepository transactions;

  BeneficiaryTokensLoader(TransactionRepository transactions) {
    this.transactions = transactions;
  }

  @Override
  public Map<Integer, Integer> load(Set<Integer> beneficiaries, RequestContext request) {
    return transactions.tokens(beneficiaries);
  }
}
