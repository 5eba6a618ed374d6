package org.boxtribute.server.beneficiary;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.Loader;
import org.boxtribute.server.graphql.RequestContext;
import org.boxtribute.server.persistence.schema.tables.records.TransactionRecord;

/** What beneficiaries got and spent. */
@Singleton
final class BeneficiaryTransactionsLoader implements Loader<Integer, List<TransactionRecord>> {
  private final TransactionRepository transactions;

  BeneficiaryTransactionsLoader(TransactionRepository transactions) {
    this.transactions = transactions;
  }

  @Override
  public Map<Integer, List<TransactionRecord>> load(
      Set<Integer> beneficiaries, RequestContext request) {
    return transactions.ofBeneficiaries(beneficiaries);
  }
}
