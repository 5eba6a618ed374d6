package org.boxtribute.server.warehouse;

import static java.util.stream.Collectors.toSet;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.binding.OldLoader;
import org.boxtribute.server.persistence.schema.tables.records.UnitRecord;
import org.boxtribute.server.product.UnitLoader;
import org.boxtribute.server.security.CurrentUser;

/** Measures as numbers of the units that they are shown in. */
@Singleton
final class MeasureValueLoader implements OldLoader<Measure, BigDecimal> {
  private final UnitLoader units;

  MeasureValueLoader(UnitLoader units) {
    this.units = units;
  }

  @Override
  public Map<Measure, BigDecimal> load(Set<Measure> measures, CurrentUser user) {
    Map<Integer, UnitRecord> unitOf =
        units.load(measures.stream().map(Measure::displayUnitId).collect(toSet()), user);
    Map<Measure, BigDecimal> values = new HashMap<>();
    for (Measure measure : measures) {
      UnitRecord unit = unitOf.get(measure.displayUnitId());
      if (unit != null) {
        values.put(measure, measure.value().multiply(unit.getConversionFactor()));
      }
    }
    return values;
  }
}
