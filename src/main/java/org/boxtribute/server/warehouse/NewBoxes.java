package org.boxtribute.server.warehouse;

import static org.boxtribute.server.persistence.schema.Tables.BOX;

import jakarta.inject.Singleton;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.boxtribute.server.persistence.Transaction;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;
import org.jooq.exception.IntegrityConstraintViolationException;

/** How boxes come into being: with labels of their own, and with entries in the history. */
@Singleton
final class NewBoxes {
  private final BoxRepository boxes;
  private final BoxLabels labels;

  NewBoxes(BoxRepository boxes, BoxLabels labels) {
    this.boxes = boxes;
    this.labels = labels;
  }

  /**
   * Stores new boxes, as many by as few statements as one, and gives them back in their order.
   *
   * @param news what they are to be, all with the same columns set; they get their labels here
   */
  List<BoxRecord> store(Transaction transaction, List<BoxRecord> news) {
    for (BoxRecord box : news) {
      box.setCreatedOn(transaction.now());
      box.setCreatedBy(transaction.user().id());
    }
    List<BoxRecord> stored = insert(transaction, news);
    stored.forEach(box -> transaction.history().created(BOX, box.getId()));
    return stored;
  }

  /**
   * Two who create boxes at the same time may draw the same free label, as neither sees the other's
   * box yet. The unique key of the labels lets the first pass and makes the second wait; once the
   * first is there, the second statement fails, and it alone, and other labels are drawn.
   */
  private List<BoxRecord> insert(Transaction transaction, List<BoxRecord> news) {
    for (int attempt = 1; ; attempt++) {
      label(transaction, news);
      try {
        return transaction.insert(news);
      } catch (IntegrityConstraintViolationException refusal) {
        if (attempt == BoxLabels.MAX_ATTEMPTS || !isLabelTaken(transaction, news)) {
          throw refusal;
        }
      }
    }
  }

  private void label(Transaction transaction, List<BoxRecord> news) {
    Iterator<String> drawn = labels.draw(transaction, news.size()).iterator();
    news.forEach(box -> box.setLabelIdentifier(drawn.next()));
  }

  private boolean isLabelTaken(Transaction transaction, List<BoxRecord> news) {
    Stream<String> drawn = news.stream().map(BoxRecord::getLabelIdentifier);
    return !boxes.labelsInUse(transaction, drawn.toList()).isEmpty();
  }
}
