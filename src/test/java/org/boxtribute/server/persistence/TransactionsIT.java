package org.boxtribute.server.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.boxtribute.server.persistence.schema.Tables.TAG;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.inline;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.boxtribute.server.persistence.schema.tables.records.TagRecord;
import org.boxtribute.server.security.CurrentUser;
import org.boxtribute.server.tag.TagType;
import org.boxtribute.server.testing.TestServer;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;

final class TransactionsIT {
  private static final CurrentUser WRITER = CurrentUser.anonymous();

  private final TestServer server = TestServer.forWrites();
  private final Transactions transactions = server.bean(Transactions.class);
  private final AtomicInteger attempts = new AtomicInteger();

  @Test
  void aWriteThatADeadlockEndedIsDoneAgain() throws Exception {
    int one = newTag();
    int other = newTag();
    CyclicBarrier bothHaveOne = new CyclicBarrier(2);
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> writers =
          List.of(
              executor.submit(() -> append(one, other, bothHaveOne)),
              executor.submit(() -> append(other, one, bothHaveOne)));
      for (Future<?> writer : writers) {
        writer.get();
      }
    }

    assertThat(attempts).hasValue(3);
    assertThat(List.of(name(one), name(other))).containsOnly("Tag++");
  }

  @Test
  void aWriteIsGivenUpAfterAFewDeadlocks() {
    assertThatThrownBy(() -> transactions.run(WRITER, write -> failed("40001", 1213)))
        .isInstanceOf(DataAccessException.class);

    assertThat(attempts).hasValue(5);
  }

  @Test
  void aWriteThatWaitedTooLongForALockIsDoneAgain() {
    assertThatThrownBy(() -> transactions.run(WRITER, write -> failed("41000", 1205)))
        .isInstanceOf(DataAccessException.class);

    assertThat(attempts).hasValue(5);
  }

  @Test
  void aWriteWhoseConnectionBreaksIsNotDoneAgain() {
    assertThatThrownBy(() -> transactions.run(WRITER, write -> failed("08S01", 0)))
        .isInstanceOf(DataAccessException.class);

    assertThat(attempts).hasValue(1);
  }

  private Object append(int first, int second, CyclicBarrier bothHaveOne) {
    return transactions.run(
        WRITER,
        write -> {
          boolean firstAttempt = attempts.incrementAndGet() <= 2;
          append(write, first);
          if (firstAttempt) {
            await(bothHaveOne);
          }
          return append(write, second);
        });
  }

  private static int append(Transaction write, int tag) {
    return write
        .sql()
        .update(TAG)
        .set(TAG.NAME, concat(TAG.NAME, inline("+")))
        .where(TAG.ID.eq(tag))
        .execute();
  }

  private Object failed(String state, int code) {
    attempts.incrementAndGet();
    throw new DataAccessException("failed", new SQLException("failed", state, code));
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (InterruptedException | BrokenBarrierException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private int newTag() {
    TagRecord tag = new TagRecord();
    tag.setBaseId(1);
    tag.setName("Tag");
    tag.setDescription("");
    tag.setColor("#000");
    tag.setType(TagType.ALL);
    return transactions.run(WRITER, write -> write.insert(tag)).getId();
  }

  private String name(int tag) {
    return server.sql().fetchSingle(TAG, TAG.ID.eq(tag)).getName();
  }
}
