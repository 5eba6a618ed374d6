package org.boxtribute.server.warehouse;

import jakarta.inject.Singleton;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.boxtribute.server.graphql.error.ApiException;
import org.boxtribute.server.graphql.error.ErrorCode;
import org.boxtribute.server.persistence.Transaction;

/** Draws the numbers that are printed on boxes. */
@Singleton
final class BoxLabels {
  /** How often labels that are in use are drawn again. */
  static final int MAX_ATTEMPTS = 10;

  private static final int NUMBERS = 100_000_000;

  private final BoxRepository boxes;
  private final RandomGenerator random;

  BoxLabels(BoxRepository boxes, RandomGenerator random) {
    this.boxes = boxes;
    this.random = random;
  }

  /** Different labels that no box has as far as this transaction can see. */
  List<String> draw(Transaction transaction, int count) {
    Set<String> labels = new LinkedHashSet<>();
    for (int attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      for (int missing = count - labels.size(); missing > 0; missing--) {
        labels.add("%08d".formatted(random.nextInt(NUMBERS)));
      }
      labels.removeAll(boxes.labelsInUse(transaction, labels));
      if (labels.size() == count) {
        return List.copyOf(labels);
      }
    }
    throw new ApiException(
        ErrorCode.INTERNAL_SERVER_ERROR, "No number was found that is on no other box.");
  }
}
