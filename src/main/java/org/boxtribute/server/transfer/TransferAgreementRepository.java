package org.boxtribute.server.transfer;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.boxtribute.server.persistence.schema.Tables.TRANSFER_AGREEMENT;
import static org.boxtribute.server.persistence.schema.Tables.TRANSFER_AGREEMENT_DETAIL;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.boxtribute.server.persistence.Conditions;
import org.boxtribute.server.persistence.Transaction;
import org.boxtribute.server.persistence.schema.tables.records.TransferAgreementDetailRecord;
import org.boxtribute.server.persistence.schema.tables.records.TransferAgreementRecord;
import org.boxtribute.server.security.BaseScope;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record3;
import org.jspecify.annotations.Nullable;

/** Statements about transfer agreements. */
@Singleton
final class TransferAgreementRepository {
  private final DSLContext sql;

  TransferAgreementRepository(DSLContext sql) {
    this.sql = sql;
  }

  /** The agreement of an id, if there is one. */
  Optional<AgreementWithBases> find(int id) {
    return agreements(sql, TRANSFER_AGREEMENT.ID.eq(id)).stream().findFirst();
  }

  /** Locks the agreement of an id, if there is one. */
  Optional<AgreementWithBases> lock(Transaction transaction, int id) {
    transaction
        .sql()
        .select(TRANSFER_AGREEMENT.ID)
        .from(TRANSFER_AGREEMENT)
        .where(TRANSFER_AGREEMENT.ID.eq(id))
        .forUpdate()
        .fetch();
    return agreements(transaction.sql(), TRANSFER_AGREEMENT.ID.eq(id)).stream().findFirst();
  }

  /** Locks the agreement of an id, if there is one, against changes by others. */
  Optional<AgreementWithBases> lockForShare(Transaction transaction, int id) {
    transaction
        .sql()
        .select(TRANSFER_AGREEMENT.ID)
        .from(TRANSFER_AGREEMENT)
        .where(TRANSFER_AGREEMENT.ID.eq(id))
        .forShare()
        .fetch();
    return agreements(transaction.sql(), TRANSFER_AGREEMENT.ID.eq(id)).stream().findFirst();
  }

  /** The agreements of two organisations, whichever of them sends, as a transaction sees them. */
  List<AgreementWithBases> between(
      Transaction transaction,
      int organisation,
      int partner,
      Collection<TransferAgreementState> states) {
    Set<Integer> both = Set.of(organisation, partner);
    return agreements(
        transaction.sql(),
        TRANSFER_AGREEMENT
            .SOURCE_ORGANISATION_ID
            .in(both)
            .and(TRANSFER_AGREEMENT.TARGET_ORGANISATION_ID.in(both))
            .and(TRANSFER_AGREEMENT.STATE.in(states)));
  }

  /** Stores a new agreement, with a row for each pair of its bases. */
  AgreementWithBases insert(Transaction transaction, AgreementWithBases agreement) {
    TransferAgreementRecord stored = transaction.insert(agreement.agreement());
    List<TransferAgreementDetailRecord> pairs = new ArrayList<>();
    for (int source : agreement.sourceBases()) {
      for (int target : agreement.targetBases()) {
        TransferAgreementDetailRecord pair = new TransferAgreementDetailRecord();
        pair.setTransferAgreementId(stored.getId());
        pair.setSourceBaseId(source);
        pair.setTargetBaseId(target);
        pairs.add(pair);
      }
    }
    transaction.sql().insertInto(TRANSFER_AGREEMENT_DETAIL).set(pairs).execute();
    return new AgreementWithBases(stored, agreement.sourceBases(), agreement.targetBases());
  }

  /** Stores what was set of an agreement. */
  void update(Transaction transaction, TransferAgreementRecord agreement) {
    transaction.sql().executeUpdate(agreement);
  }

  /** The agreements of the given ids. */
  Map<Integer, AgreementWithBases> byId(Set<Integer> ids) {
    return agreements(sql, TRANSFER_AGREEMENT.ID.in(ids)).stream()
        .collect(toMap(row -> row.agreement().getId(), Function.identity()));
  }

  /**
   * The agreements that hold for a base within a scope.
   *
   * @param states their states; if empty, any
   */
  List<AgreementWithBases> within(BaseScope scope, Collection<TransferAgreementState> states) {
    Condition touched =
        Conditions.within(scope, TRANSFER_AGREEMENT_DETAIL.SOURCE_BASE_ID)
            .or(Conditions.within(scope, TRANSFER_AGREEMENT_DETAIL.TARGET_BASE_ID));
    Condition inState = states.isEmpty() ? noCondition() : TRANSFER_AGREEMENT.STATE.in(states);
    return agreements(
        sql,
        inState.and(
            TRANSFER_AGREEMENT.ID.in(
                select(TRANSFER_AGREEMENT_DETAIL.TRANSFER_AGREEMENT_ID)
                    .from(TRANSFER_AGREEMENT_DETAIL)
                    .where(touched))));
  }

  /** One statement for the agreements and their bases: a row for each pair of bases. */
  private static List<AgreementWithBases> agreements(DSLContext sql, Condition condition) {
    Map<Integer, List<Record3<TransferAgreementRecord, Integer, Integer>>> pairs =
        sql
            .select(
                TRANSFER_AGREEMENT,
                TRANSFER_AGREEMENT_DETAIL.SOURCE_BASE_ID,
                TRANSFER_AGREEMENT_DETAIL.TARGET_BASE_ID)
            .from(TRANSFER_AGREEMENT)
            .leftJoin(TRANSFER_AGREEMENT_DETAIL)
            .on(TRANSFER_AGREEMENT_DETAIL.TRANSFER_AGREEMENT_ID.eq(TRANSFER_AGREEMENT.ID))
            .where(condition)
            .orderBy(TRANSFER_AGREEMENT.ID)
            .stream()
            .collect(
                groupingBy(row -> row.value1().getId(), LinkedHashMap::new, Collectors.toList()));
    return pairs.values().stream()
        .map(
            rows ->
                new AgreementWithBases(
                    rows.getFirst().value1(),
                    bases(rows, Record3::value2),
                    bases(rows, Record3::value3)))
        .toList();
  }

  private static <R> Set<Integer> bases(List<R> rows, Function<R, @Nullable Integer> base) {
    return rows.stream().map(base).filter(Objects::nonNull).collect(toUnmodifiableSet());
  }
}
