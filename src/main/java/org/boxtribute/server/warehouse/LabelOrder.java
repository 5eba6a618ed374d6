package org.boxtribute.server.warehouse;

import java.util.Comparator;

/**
 * Which labels are the same one, whoever wrote them: blanks around a label and the case of its
 * letters do not matter. Otherwise labels come in the order of their characters.
 *
 * <p>The database compares more loosely still, by letters without their accents. What it finds is
 * compared in this order again, so that a label that a client names either is a box's or is not.
 */
public final class LabelOrder {
  /** Labels that are the same are equal to it. */
  public static final Comparator<String> SAME_LABEL =
      Comparator.comparing(String::strip, String.CASE_INSENSITIVE_ORDER);

  private LabelOrder() {}
}
