package org.boxtribute.server.warehouse;

import static java.util.stream.Collectors.toMap;
import static org.boxtribute.server.persistence.schema.Tables.BOX;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.boxtribute.server.graphql.binding.Texts;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;
import org.boxtribute.server.persistence.schema.tables.records.ProductRecord;
import org.boxtribute.server.persistence.schema.tables.records.SizeRecord;
import org.boxtribute.server.persistence.schema.tables.records.UnitRecord;

/**
 * What the sizes mean that people write into lists of boxes: the name of a size, or a number and a
 * unit. What means nothing for a product is kept in the box's comment.
 *
 * @param sizes of each size range
 * @param units of all dimensions
 */
record SizeNames(Map<Integer, List<SizeRecord>> sizes, Collection<UnitRecord> units) {
  private static final String MIXED = "mixed";
  private static final Pattern MEASURE = Pattern.compile("(\\d+\\.?\\d*|\\.\\d+)\\s*(\\D+)");

  /** Gives a box, whose comment is set, the size or the measure of a name. */
  void apply(String sizeName, ProductRecord product, BoxRecord box) {
    String name = sizeName.toLowerCase(Locale.ROOT);
    Map<String, UnitRecord> unitOf = unitsOf(product);
    box.setSizeId(null);
    box.setDisplayUnitId(null);
    box.setMeasureValue(null);
    if (unitOf.isEmpty()) {
      setSize(name, product, box);
    } else {
      setMeasure(name, unitOf, box);
    }
  }

  private void setSize(String name, ProductRecord product, BoxRecord box) {
    Map<String, Integer> sizeOf =
        sizes.getOrDefault(product.getSizeRangeId(), List.of()).stream()
            .collect(toMap(size -> lower(size.getLabel()), SizeRecord::getId, (one, next) -> one));
    if (!sizeOf.containsKey(name)) {
      note(name, box);
    }
    box.setSizeId(sizeOf.getOrDefault(name, sizeOf.get(MIXED)));
  }

  private static void setMeasure(String name, Map<String, UnitRecord> unitOf, BoxRecord box) {
    Matcher measure = MEASURE.matcher(name.strip());
    UnitRecord unit = measure.matches() ? unitOf.get(measure.group(2)) : null;
    if (unit == null) {
      note(name, box);
      return;
    }
    box.setDisplayUnitId(unit.getId());
    box.setMeasureValue(BoxContents.toBaseUnit(new BigDecimal(measure.group(1)), unit, "sizeName"));
  }

  private static void note(String name, BoxRecord box) {
    String note = "original size: '" + name + "'";
    String comment = box.getComment().isEmpty() ? note : box.getComment() + "; " + note;
    box.setComment(Texts.fitting(comment, "comment", BOX.COMMENT));
  }

  private Map<String, UnitRecord> unitsOf(ProductRecord product) {
    return units.stream()
        .filter(unit -> unit.getDimensionId().equals(product.getSizeRangeId()))
        .collect(toMap(unit -> lower(unit.getSymbol()), unit -> unit, (one, next) -> one));
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
