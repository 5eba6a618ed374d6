package org.boxtribute.server.persistence;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;
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
 * read {@code for update}. Where the database ends a transaction to resolve a deadlock, or because
 * it waited too long for a lock, the write is done again from its start after a short random pause,
 * so it must have no other effects than its statements.
 */
@Singleton
public final class Transactions {
  private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);
  private static final int MAX_ATTEMPTS = 5;

  /** The longest pause before the second attempt, in milliseconds; it doubles with each further. */
  private static final int PAUSE = 20;

  /** Deadlock found; waited too long for a lock; record changed since it was read (MariaDB). */
  private static final Set<Integer> CONFLICTS = Set.of(1213, 1205, 1020);

  private final DSLContext sql;
  private final Clock clock;
  private final RandomGenerator random;

  /** Runs writes on a database; its clock stamps them, to the second. */
  public Transactions(DSLContext sql, Clock clock, RandomGenerator random) {
    this.sql = sql;
    this.clock = clock;
    this.random = random;
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
        pause(attempt);
      }
    }
  }

  /** Two that met each other once shall not meet again: each waits for a time of its own. */
  private void pause(int attempt) {
    try {
      Thread.sleep(random.nextInt(1, PAUSE << attempt));
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The write was interrupted", interruption);
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
