package org.boxtribute.server.persistence;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.function.Function;
import org.boxtribute.server.security.CurrentUser;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a write as one transaction: all of it is stored, its entries in the change history included,
 * or nothing is.
 *
 * <p>Sessions read what is committed (READ COMMITTED): the rows that a decision rests on are to be
 * read {@code for update}. Where the database ends a transaction to resolve a deadlock, the write
 * is done again from its start, so it must have no other effects than its statements.
 */
@Singleton
public final class Transactions {
  private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);
  private static final int MAX_ATTEMPTS = 5;

  /** Deadlock found; record changed since it was read (MariaDB). */
  private static final Set<Integer> CONFLICTS = Set.of(1213, 1020);

  private final DSLContext sql;
  private final Clock clock;

  Transactions(DSLContext sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * Runs a write.
   *
   * @param write what to do; what it throws takes everything back
   * @return what the write returned
   */
  public <T> T run(CurrentUser user, Function<Transaction, T> write) {
    for (int attempt = 1; ; attempt++) {
      try {
        return attempt(user, write);
      } catch (DataAccessException failure) {
        if (attempt == MAX_ATTEMPTS || !isConflict(failure)) {
          throw failure;
        }
        LOG.debug("Conflict with another transaction at attempt {}", attempt, failure);
      }
    }
  }

  private <T> T attempt(CurrentUser user, Function<Transaction, T> write) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    return sql.transactionResult(
        configuration -> {
          ChangeHistory history = new ChangeHistory(user.id(), now);
          T result = write.apply(new Transaction(configuration.dsl(), user, now, history));
          history.write(configuration.dsl());
          return result;
        });
  }

  private static boolean isConflict(DataAccessException failure) {
    SQLException cause = failure.getCause(SQLException.class);
    return cause != null && CONFLICTS.contains(cause.getErrorCode());
  }
}
