package org.boxtribute.server.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.boxtribute.server.persistence.schema.Tables.BOX;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.boxtribute.server.graphql.error.ApiException;
import org.boxtribute.server.graphql.error.ErrorCode;
import org.boxtribute.server.persistence.Transaction;
import org.boxtribute.server.persistence.Transactions;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;
import org.boxtribute.server.security.CurrentUser;
import org.boxtribute.server.testing.StatementCounter;
import org.boxtribute.server.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How labels are drawn, with chance taken out. */
final class NewBoxesIT {
  private static final int TAKEN = 10_001_001;

  private final TestServer server = TestServer.forWrites();
  private final BoxTable table = new BoxTable(server);
  private final Transactions transactions = server.bean(Transactions.class);
  private final BoxRepository boxes = server.bean(BoxRepository.class);

  @AfterEach
  void forgetTheDrawnLabels() {
    server.sql().deleteFrom(BOX).where(BOX.LABEL_IDENTIFIER.like("000000%")).execute();
  }

  @Test
  void aLabelHasEightDigits() {
    assertThat(store(drawing(7), 1))
        .extracting(BoxRecord::getLabelIdentifier)
        .containsExactly("00000007");
  }

  @Test
  void aLabelInUseIsDrawnAgain() {
    assertThat(store(drawing(TAKEN, TAKEN, 8), 1))
        .extracting(BoxRecord::getLabelIdentifier)
        .containsExactly("00000008");
  }

  @Test
  void aLabelDrawnTwiceForBoxesOfOneWriteIsDrawnAgain() {
    assertThat(store(drawing(1, TAKEN, 1, 2, 2, 3), 3))
        .extracting(BoxRecord::getLabelIdentifier)
        .containsExactly("00000001", "00000002", "00000003");
  }

  @Test
  void drawingEndsAfterTenAttempts() {
    int[] taken = new int[10];
    Arrays.fill(taken, TAKEN);
    int before = server.sql().fetchCount(BOX);

    assertThatThrownBy(() -> store(drawing(taken), 1))
        .isInstanceOfSatisfying(
            ApiException.class,
            failure -> assertThat(failure.code()).isEqualTo(ErrorCode.INTERNAL_SERVER_ERROR));
    assertThat(server.sql().fetchCount(BOX)).isEqualTo(before);
  }

  @Test
  void manyBoxesAreStoredByAsManyStatementsAsOneInTheirOrder() {
    List<String> ofOne = server.statementsOf(() -> store(drawing(1), 1));
    List<String> ofMany =
        server.statementsOf(
            () ->
                assertThat(store(drawing(IntStream.rangeClosed(11, 60).toArray()), 50))
                    .extracting(BoxRecord::getNumberOfItems)
                    .containsExactlyElementsOf(IntStream.range(0, 50).boxed().toList()));

    assertThat(ofMany).hasSameSizeAs(ofOne);
    assertThat(table.history(table.row("00000060").getId())).containsExactly("Record created by 3");
  }

  /** The first keeps its box uncommitted until the second has found the label free and inserts. */
  @Test
  void ofTwoWhoDrawTheSameFreeLabelTheSecondDrawsAgain() throws Exception {
    StatementCounter statements = server.bean(StatementCounter.class);
    statements.reset();
    CountDownLatch firstIsStored = new CountDownLatch(1);
    try (ExecutorService executor = Executors.newFixedThreadPool(2)) {
      Future<String> first =
          executor.submit(
              () ->
                  transactions.run(
                      user(),
                      transaction -> {
                        String label = storeOne(transaction, drawing(5));
                        firstIsStored.countDown();
                        awaitInserts(statements, 2);
                        return label;
                      }));
      firstIsStored.await();
      Future<String> second =
          executor.submit(
              () ->
                  transactions.run(user(), transaction -> storeOne(transaction, drawing(5, 5, 6))));

      assertThat(first.get()).isEqualTo("00000005");
      assertThat(second.get()).isEqualTo("00000006");
    }
    assertThat(inserts(statements)).isEqualTo(3);
    assertThat(table.history(table.row("00000006").getId())).containsExactly("Record created by 3");
  }

  private static void awaitInserts(StatementCounter statements, int number) {
    Instant end = Instant.now().plusSeconds(30);
    while (inserts(statements) < number && Instant.now().isBefore(end)) {
      LockSupport.parkNanos(1_000_000);
    }
  }

  private static long inserts(StatementCounter statements) {
    return statements.statements().stream()
        .filter(statement -> statement.startsWith("insert into `stock`"))
        .count();
  }

  private String storeOne(Transaction transaction, RandomGenerator random) {
    return newBoxes(random).store(transaction, news(1)).getFirst().getLabelIdentifier();
  }

  private List<BoxRecord> store(RandomGenerator random, int count) {
    return transactions.run(
        user(), transaction -> newBoxes(random).store(transaction, news(count)));
  }

  private NewBoxes newBoxes(RandomGenerator random) {
    return new NewBoxes(boxes, new BoxLabels(boxes, random));
  }

  private static List<BoxRecord> news(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            number -> {
              BoxRecord box = new BoxRecord();
              box.setProductId(1027);
              box.setSizeId(68);
              box.setLocationId(101);
              box.setState(BoxState.IN_STOCK);
              box.setNumberOfItems(number);
              return box;
            })
        .toList();
  }

  /** Draws the given numbers, one after the other, and fails if asked for more. */
  private static RandomGenerator drawing(int... numbers) {
    Deque<Integer> left = new ArrayDeque<>(Arrays.stream(numbers).boxed().toList());
    return new RandomGenerator() {
      @Override
      public long nextLong() {
        throw new AssertionError("Labels are drawn below a bound");
      }

      @Override
      public int nextInt(int bound) {
        assertThat(bound).isEqualTo(100_000_000);
        return left.removeFirst();
      }
    };
  }

  private static CurrentUser user() {
    String prefix = "https://www.boxtribute.com/";
    return CurrentUser.fromClaims(
        Map.of(
            "sub",
            "auth0|3",
            prefix + "roles",
            List.of("coordinator"),
            prefix + "permissions",
            List.of(),
            prefix + "base_ids",
            List.of(1),
            prefix + "organisation_id",
            1));
  }
}
