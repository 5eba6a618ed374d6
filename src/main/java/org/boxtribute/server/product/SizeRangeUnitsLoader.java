package org.boxtribute.server.product;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.Loader;
import org.boxtribute.server.graphql.RequestContext;
import org.boxtribute.server.persistence.schema.tables.records.UnitRecord;

/** The units of size ranges. They are open to all users, as part of the range. */
@Singleton
final class SizeRangeUnitsLoader implements Loader<Integer, List<UnitRecord>> {
  private final SizeRangeRepository sizeRanges;

  SizeRangeUnitsLoader(SizeRangeRepository sizeRanges) {
    this.sizeRanges = sizeRanges;
  }

  @Override
  public Map<Integer, List<UnitRecord>> load(Set<Integer> ids, RequestContext request) {

    return sizeRanges.unitsOf(ids);
  }
}
