package org.boxtribute.server.warehouse;

import static org.boxtribute.server.persistence.schema.Tables.BOX;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.boxtribute.server.graphql.binding.Arguments;
import org.boxtribute.server.graphql.error.BadUserInput;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;
import org.jspecify.annotations.Nullable;

/**
 * What a client tells of a box as a whole; null tells nothing.
 *
 * @param weight in kilograms
 * @param monetaryValue in the currency of the box's base
 */
record BoxDetails(
    @Nullable Integer numberOfItems,
    @Nullable BigDecimal weight,
    @Nullable BigDecimal monetaryValue,
    @Nullable String comment) {
  private static final int SCALE = BOX.WEIGHT.getDataType().scale();
  private static final BigDecimal LIMIT =
      BigDecimal.TEN.pow(BOX.WEIGHT.getDataType().precision() - SCALE);

  /** Reads the fields that are named as these components. */
  static BoxDetails from(Arguments input) {
    return new BoxDetails(
        BoxInputs.numberOfItems(input),
        amount(input, "weight"),
        amount(input, "monetaryValue"),
        input.text("comment", BOX.COMMENT));
  }

  /** Reads the fields {@code weight} and {@code monetaryValue} alone. */
  static BoxDetails ofAmounts(Arguments input) {
    return new BoxDetails(null, amount(input, "weight"), amount(input, "monetaryValue"), null);
  }

  /** A number that is not negative, as columns hold it, or null where the client gave none. */
  static @Nullable BigDecimal amount(Arguments input, String name) {
    Double number = input.decimal(name);
    if (number == null) {
      return null;
    }
    if (number < 0) {
      throw new BadUserInput("The '" + name + "' must not be negative.");
    }
    return storable(Double.isFinite(number) ? BigDecimal.valueOf(number) : LIMIT, name);
  }

  /**
   * A number as columns hold it.
   *
   * @throws BadUserInput naming the field, if it is too large
   */
  static BigDecimal storable(BigDecimal number, String name) {
    BigDecimal amount = number.setScale(SCALE, RoundingMode.HALF_EVEN);
    if (amount.compareTo(LIMIT) >= 0) {
      throw new BadUserInput("The '" + name + "' is too large.");
    }
    return amount;
  }

  void applyTo(BoxRecord box) {
    if (numberOfItems != null) {
      box.setNumberOfItems(numberOfItems);
    }
    if (weight != null) {
      box.setWeight(weight);
    }
    if (monetaryValue != null) {
      box.setMonetaryValue(monetaryValue);
    }
    if (comment != null) {
      box.setComment(comment);
    }
  }
}
