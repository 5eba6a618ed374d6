package org.boxtribute.server.beneficiary;

import static org.boxtribute.server.persistence.schema.Tables.TRANSACTION;
import static org.jooq.impl.DSL.sum;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.persistence.schema.tables.records.TransactionRecord;
import org.jooq.DSLContext;

/** Statements about the tokens that beneficiaries get and spend. */
@Singleton
final class TransactionRepository {
  private final DSLContext sql;

  TransactionRepository(DSLContext sql) {
    this.sql = sql;
  }

  /** The transactions of each of the given beneficiaries. */
  Map<Integer, List<TransactionRecord>> ofBeneficiaries(Set<Integer> beneficiaries) {
    return sql.selectFrom(TRANSACTION)
        .where(TRANSACTION.BENEFICIARY_ID.in(beneficiaries))
        .orderBy(TRANSACTION.ID)
        .fetchGroups(TRANSACTION.BENEFICIARY_ID, row -> row);
  }

  /** How many tokens each of the given beneficiaries has left, if any transaction is known. */
  Map<Integer, Long> tokens(Set<Integer> beneficiaries) {
    return sql.select(TRANSACTION.BENEFICIARY_ID, sum(TRANSACTION.TOKENS))
        .from(TRANSACTION)
        .where(TRANSACTION.BENEFICIARY_ID.in(beneficiaries))
        .groupBy(TRANSACTION.BENEFICIARY_ID)
        .fetchMap(row -> row.value1(), row -> row.value2().longValueExact());
  }
}
