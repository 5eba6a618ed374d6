package org.boxtribute.server.warehouse;

import java.math.BigDecimal;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;
import org.jspecify.annotations.Nullable;

/**
 * How much of something each item of a box holds.
 *
 * @param value in the base unit of the unit's dimension: kilogram or liter
 * @param displayUnitId the unit that it is shown in
 */
record Measure(BigDecimal value, int displayUnitId) {

  /** The measure of a box, or null for a box that has a size instead. */
  static @Nullable Measure of(BoxRecord box) {
    BigDecimal value = box.getMeasureValue();
    Integer displayUnit = box.getDisplayUnitId();
    return value == null || displayUnit == null ? null : new Measure(value, displayUnit);
  }
}
