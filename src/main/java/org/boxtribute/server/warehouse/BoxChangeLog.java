package org.boxtribute.server.warehouse;

import static org.boxtribute.server.persistence.schema.Tables.BOX;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.boxtribute.server.persistence.ChangeHistory;
import org.boxtribute.server.persistence.Transaction;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;
import org.boxtribute.server.persistence.schema.tables.records.UnitRecord;
import org.boxtribute.server.product.SizeRangeRepository;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/**
 * Tells the change history what differs of boxes from what was read of them. Quantities are told in
 * words with their units, for a unit may change later.
 */
@Singleton
final class BoxChangeLog {
  /** Tells of a box's new QR code. */
  static final String QR_CODE_ASSIGNED = "New Qr-code assigned by pdf generation.";

  private static final String NOTHING = "\"\"";

  /** Existing entries have this sign whatever the base's currency is. */
  private static final String CURRENCY = "€";

  private final SizeRangeRepository sizeRanges;

  BoxChangeLog(SizeRangeRepository sizeRanges) {
    this.sizeRanges = sizeRanges;
  }

  /**
   * Tells of each change of each box.
   *
   * @return the boxes of which more differs than that they are deleted or have another QR code
   */
  List<BoxRecord> tell(Transaction transaction, Collection<BoxRecord> boxes) {
    Map<Integer, UnitRecord> units =
        boxes.stream().anyMatch(BoxChangeLog::quantityDiffers)
            ? sizeRanges.units(transaction)
            : Collections.emptyMap(); // which may be asked for no unit, null
    ChangeHistory history = transaction.history();
    List<BoxRecord> modified = new ArrayList<>();
    for (BoxRecord box : boxes) {
      if (columnsChanged(history, box, units)) {
        modified.add(box);
      }
      if (!Objects.equals(box.original(BOX.QR_CODE_ID), box.getQrCodeId())) {
        history.note(BOX, box.getId(), QR_CODE_ASSIGNED);
      }
      if (box.original(BOX.DELETED_ON) == null && box.getDeletedOn() != null) {
        history.deleted(BOX, box.getId());
      }
    }
    return modified;
  }

  private static boolean columnsChanged(
      ChangeHistory history, BoxRecord box, Map<Integer, UnitRecord> units) {
    boolean anyChanged = isReceived(box) ? receptionTold(history, box) : changesTold(history, box);
    anyChanged |=
        quantityChanged(
            history,
            box,
            BOX.MEASURE_VALUE,
            "units of measure",
            text(box.original(BOX.MEASURE_VALUE), units.get(box.original(BOX.DISPLAY_UNIT_ID))),
            text(box.getMeasureValue(), units.get(box.getDisplayUnitId())));
    anyChanged |=
        quantityChanged(
            history,
            box,
            BOX.WEIGHT,
            "weight",
            text(box.original(BOX.WEIGHT), units.get(box.original(BOX.WEIGHT_DISPLAY_UNIT_ID))),
            text(box.getWeight(), units.get(box.getWeightDisplayUnitId())));
    anyChanged |=
        quantityChanged(
            history,
            box,
            BOX.MONETARY_VALUE,
            "monetary value",
            text(box.original(BOX.MONETARY_VALUE), CURRENCY),
            text(box.getMonetaryValue(), CURRENCY));
    return anyChanged;
  }

  private static boolean isReceived(BoxRecord box) {
    return box.original(BOX.STATE) == BoxState.RECEIVING && box.getState() == BoxState.IN_STOCK;
  }

  private static boolean changesTold(ChangeHistory history, BoxRecord box) {
    return history.changed(
        box.getId(),
        box,
        BOX.PRODUCT_ID,
        BOX.SIZE_ID,
        BOX.NUMBER_OF_ITEMS,
        BOX.LOCATION_ID,
        BOX.COMMENT,
        BOX.STATE,
        BOX.DISPLAY_UNIT_ID);
  }

  /** Of a box that a base receives, the history tells where it is before how many items it has. */
  private static boolean receptionTold(ChangeHistory history, BoxRecord box) {
    return history.changed(
        box.getId(),
        box,
        BOX.PRODUCT_ID,
        BOX.LOCATION_ID,
        BOX.SIZE_ID,
        BOX.NUMBER_OF_ITEMS,
        BOX.STATE);
  }

  private static boolean quantityDiffers(BoxRecord box) {
    return differs(box, BOX.MEASURE_VALUE) || differs(box, BOX.WEIGHT);
  }

  private static boolean quantityChanged(
      ChangeHistory history,
      BoxRecord box,
      TableField<BoxRecord, BigDecimal> column,
      String subject,
      String from,
      String to) {
    if (!differs(box, column)) {
      return false;
    }
    history.quantity(
        BOX,
        box.getId(),
        "changed %s from %s to %s".formatted(subject, from, to),
        number(box.original(column)),
        number(box.get(column)));
    return true;
  }

  /** Numbers are compared by what they are worth, not by how many zeros they end with. */
  private static boolean differs(BoxRecord box, TableField<BoxRecord, BigDecimal> column) {
    BigDecimal from = box.original(column);
    BigDecimal to = box.get(column);
    if (from == null || to == null) {
      return (from == null) != (to == null);
    }
    return from.compareTo(to) != 0;
  }

  /** A quantity is stored in its dimension's base unit, and told in the unit it is shown in. */
  private static String text(@Nullable BigDecimal stored, @Nullable UnitRecord unit) {
    if (stored == null || unit == null) {
      return text(stored, "");
    }
    return text(stored.multiply(unit.getConversionFactor()), unit.getSymbol());
  }

  private static String text(@Nullable BigDecimal amount, String unit) {
    return amount == null
        ? NOTHING
        : amount.setScale(2, RoundingMode.HALF_EVEN).toPlainString() + unit;
  }

  private static @Nullable Double number(@Nullable BigDecimal amount) {
    return amount == null ? null : amount.doubleValue();
  }
}
