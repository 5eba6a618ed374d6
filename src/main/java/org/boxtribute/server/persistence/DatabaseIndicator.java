package org.boxtribute.server.persistence;

import io.micronaut.core.async.publisher.AsyncSingleResultPublisher;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether each database answers on a connection of its pool, within a time that a probe can wait.
 * However often it is asked, it takes no more than one connection of each pool.
 */
@Readiness
@Singleton
final class DatabaseIndicator implements HealthIndicator {
  private static final Logger LOG = LoggerFactory.getLogger(DatabaseIndicator.class);
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final ExecutorService executor;
  private final List<Question> questions;

  DatabaseIndicator(
      List<DataSource> databases, @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
    this.executor = executor;
    this.questions = databases.stream().map(Question::new).toList();
  }

  @Override
  public Publisher<HealthResult> getResult() {
    return new AsyncSingleResultPublisher<>(executor, this::result);
  }

  private HealthResult result() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    List<Future<Boolean>> answers = questions.stream().map(Question::ask).toList();
    boolean all = answers.stream().allMatch(answer -> isYes(answer, end));
    return HealthResult.builder("database", all ? HealthStatus.UP : HealthStatus.DOWN).build();
  }

  private static boolean isYes(Future<Boolean> answer, long end) {
    try {
      return answer.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (ExecutionException | TimeoutException failure) {
      LOG.debug("A database does not answer", failure);
      return false;
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** What is asked of one database: once at a time, for all who wait for the answer. */
  private final class Question {
    private final DataSource database;
    private @Nullable Future<Boolean> asked;

    Question(DataSource database) {
      this.database = database;
    }

    synchronized Future<Boolean> ask() {
      if (asked == null || asked.isDone()) {
        asked = executor.submit(this::isAnswered);
      }
      return asked;
    }

    private boolean isAnswered() throws SQLException {
      try (Connection connection = database.getConnection()) {
        return connection.isValid((int) PATIENCE.toSeconds());
      }
    }
  }
}
