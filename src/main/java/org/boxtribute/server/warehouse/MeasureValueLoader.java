package org.boxtribute.server.warehouse;

import static java.util.stream.Collectors.toSet;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.Loader;
import org.boxtribute.server.graphql.RequestContext;
import org.boxtribute.server.persistence.schema.tables.records.UnitRecord;
import org.boxtribute.server.product.UnitLoader;

/** Measures as numbers of the units that they are shown in. */
@Singleton
final class MeasureValueLoader implements Loader<Measure, BigDecimal> {
  private final UnitLoader units;

  MeasureValueLoader(UnitLoader units) {
    this.units = units;
  }

  @Override
  public Map<Measure, BigDecimal> load(Set<Measure> measures, RequestContext request) {
    Map<Integer, UnitRecord> unitOf =
        units.load(measures.stream().map(Measure::displayUnitId).collect(toSet()), request);
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
