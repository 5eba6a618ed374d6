package org.boxtribute.server.beneficiary;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.binding.OldLoader;
import org.boxtribute.server.persistence.schema.tables.records.TransactionRecord;
import org.boxtribute.server.security.CurrentUser;

/** What beneficiaries got and spent. */
@Singleton
final class BeneficiaryTransactionsLoader implements OldLoader<Integer, List<TransactionRecord>> {
  private final TransactionRepository transactions;

  BeneficiaryTransactionsLoader(TransactionRepository transactions) {
    this.transactions = transactions;
  }

  @Override
  public Map<Integer, List<TransactionRecord>> load(Set<Integer> beneficiaries, CurrentUser user) {
    return transactions.ofBeneficiaries(beneficiaries);
  }
}
