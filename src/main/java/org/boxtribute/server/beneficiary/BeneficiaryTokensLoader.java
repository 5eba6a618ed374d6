package org.boxtribute.server.beneficiary;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.binding.OldLoader;
import org.boxtribute.server.security.CurrentUser;

/** How many tokens beneficiaries have left. */
@Singleton
final class BeneficiaryTokensLoader implements OldLoader<Integer, Integer> {
  private final TransactionRepository transactions;

  BeneficiaryTokensLoader(TransactionRepository transactions) {
    this.transactions = transactions;
  }

  @Override
  public Map<Integer, Integer> load(Set<Integer> beneficiaries, CurrentUser user) {
    return transactions.tokens(beneficiaries);
  }
}
