package org.boxtribute.server.warehouse;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import org.boxtribute.server.graphql.error.BadUserInput;
import org.boxtribute.server.persistence.Transaction;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;
import org.boxtribute.server.persistence.schema.tables.records.ProductRecord;
import org.boxtribute.server.persistence.schema.tables.records.UnitRecord;
import org.boxtribute.server.product.SizeRangeRepository;
import org.jspecify.annotations.Nullable;

/**
 * The rule of what boxes hold. A product whose size range is a dimension is measured: each item has
 * a measure in one of the dimension's units, and no size. An item of any other product has a size.
 */
@Singleton
final class BoxContents {
  private final SizeRangeRepository sizeRanges;

  BoxContents(SizeRangeRepository sizeRanges) {
    this.sizeRanges = sizeRanges;
  }

  /**
   * Makes a box hold items of a product. What is not told of the items stays as it is, where the
   * product allows that.
   *
   * @throws BadUserInput naming the field that is missing, or does not fit the product
   */
  void fill(
      Transaction transaction, BoxRecord box, ProductRecord product, ItemSpecification items) {
    box.setProductId(product.getId());
    Map<Integer, UnitRecord> units = sizeRanges.unitsOf(transaction, product.getSizeRangeId());
    if (units.isEmpty()) {
      setSize(transaction, box, items);
    } else {
      setMeasure(box, items, units);
    }
  }

  private void setSize(Transaction transaction, BoxRecord box, ItemSpecification items) {
    requireAbsent("displayUnitId", items.displayUnitId());
    requireAbsent("measureValue", items.measureValue());
    Integer size = items.sizeId() == null ? box.getSizeId() : items.sizeId();
    if (size == null) {
      throw missing("sizeId");
    }
    if (!size.equals(box.getSizeId()) && !sizeRanges.sizeExists(transaction, size)) {
      throw BadUserInput.doesNotExist("Size", size);
    }
    box.setSizeId(size);
    box.setDisplayUnitId(null);
    box.setMeasureValue(null);
  }

  private static void setMeasure(
      BoxRecord box, ItemSpecification items, Map<Integer, UnitRecord> units) {
    requireAbsent("sizeId", items.sizeId());
    if (box.getSizeId() != null) {
      box.setSizeId(null);
      box.setDisplayUnitId(null);
      box.setMeasureValue(null);
    }
    Integer unitId = items.displayUnitId() == null ? box.getDisplayUnitId() : items.displayUnitId();
    if (unitId == null) {
      throw missing("displayUnitId");
    }
    UnitRecord unit = units.get(unitId);
    if (unit == null) {
      throw new BadUserInput(
          "There is no unit '" + unitId + "' that the product is measured in ('displayUnitId').");
    }
    box.setDisplayUnitId(unitId);
    if (items.measureValue() != null) {
      box.setMeasureValue(toBaseUnit(items.measureValue(), unit, "measureValue"));
    } else if (box.getMeasureValue() == null) {
      throw missing("measureValue");
    }
  }

  /**
   * A measure as it is stored.
   *
   * @throws BadUserInput naming the field that it is from, if it is too large
   */
  static BigDecimal toBaseUnit(BigDecimal measureValue, UnitRecord displayUnit, String field) {
    return BoxDetails.storable(
        measureValue.divide(displayUnit.getConversionFactor(), MathContext.DECIMAL128), field);
  }

  private static void requireAbsent(String name, @Nullable Object value) {
    if (value != null) {
      throw new BadUserInput("The '" + name + "' does not fit the product.");
    }
  }

  private static BadUserInput missing(String name) {
    return new BadUserInput("The '" + name + "' is missing: the product requires it.");
  }
}
