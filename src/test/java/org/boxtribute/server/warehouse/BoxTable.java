package org.boxtribute.server.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.boxtribute.server.persistence.schema.Tables.BOX;
import static org.boxtribute.server.persistence.schema.Tables.HISTORY_ENTRY;
import static org.boxtribute.server.persistence.schema.Tables.QR_CODE;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;
import org.boxtribute.server.testing.Answer;
import org.boxtribute.server.testing.TestServer;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** What the server has stored about boxes, and boxes to write to. */
final class BoxTable {
  private static final AtomicInteger NEXT_LABEL = new AtomicInteger(900_000_000);

  private final DSLContext sql;

  BoxTable(TestServer server) {
    this.sql = server.sql();
  }

  /** Adds a box that is as the one with a label, but has no QR code. */
  BoxRecord copyOf(String label) {
    BoxRecord copy = sql.fetchSingle(BOX, BOX.LABEL_IDENTIFIER.eq(label)).copy();
    copy.setLabelIdentifier(String.valueOf(NEXT_LABEL.getAndIncrement()));
    copy.setQrCodeId(null);
    copy.touched(BOX.DELETED_ON, copy.getDeletedOn() != null);
    sql.executeInsert(copy);
    return row(copy.getLabelIdentifier());
  }

  BoxRecord row(String label) {
    return sql.fetchSingle(BOX, BOX.LABEL_IDENTIFIER.eq(label));
  }

  /** The entries about a box, as {@code changes from to by}, without what is null. */
  List<String> history(int id) {
    return sql.selectFrom(HISTORY_ENTRY)
        .where(HISTORY_ENTRY.TABLE_NAME.eq("stock"))
        .and(HISTORY_ENTRY.RECORD_ID.eq(id))
        .orderBy(HISTORY_ENTRY.ID)
        .fetch(
            entry ->
                entry.getChanges()
                    + told(entry.getFromInt())
                    + told(entry.getToInt())
                    + told(entry.getFromFloat())
                    + told(entry.getToFloat())
                    + " by "
                    + entry.getUserId());
  }

  /** Runs something that must leave all boxes, QR codes and the history as they are. */
  Answer unchangedBy(Supplier<Answer> work) {
    List<BoxRecord> boxes = boxes();
    int qrCodes = sql.fetchCount(QR_CODE);
    int entries = sql.fetchCount(HISTORY_ENTRY);
    Answer answer = work.get();
    assertThat(boxes()).isEqualTo(boxes);
    assertThat(sql.fetchCount(QR_CODE)).isEqualTo(qrCodes);
    assertThat(sql.fetchCount(HISTORY_ENTRY)).isEqualTo(entries);
    return answer;
  }

  /** Asks by many clients at once. */
  static List<Answer> atOnce(int clients, IntFunction<Answer> request) {
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Answer>> futures =
          IntStream.range(0, clients)
              .mapToObj(number -> executor.submit(() -> request.apply(number)))
              .toList();
      List<Answer> answers = new ArrayList<>();
      for (Future<Answer> future : futures) {
        answers.add(future.get());
      }
      return answers;
    } catch (ExecutionException | InterruptedException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private List<BoxRecord> boxes() {
    return sql.selectFrom(BOX).orderBy(BOX.ID).fetch();
  }

  private static String told(@Nullable Object value) {
    return value == null ? "" : " " + value;
  }
}
