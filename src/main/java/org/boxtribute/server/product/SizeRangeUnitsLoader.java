package org.boxtribute.server.product;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.binding.OldLoader;
import org.boxtribute.server.persistence.schema.tables.records.UnitRecord;
import org.boxtribute.server.security.CurrentUser;

/** The units of size ranges. They are open to all users, as part of the range. */
@Singleton
final class SizeRangeUnitsLoader implements OldLoader<Integer, List<UnitRecord>> {
  private final SizeRangeRepository sizeRanges;

  SizeRangeUnitsLoader(SizeRangeRepository sizeRanges) {
    this.sizeRanges = sizeRanges;
  }

  @Override
  public Map<Integer, List<UnitRecord>> load(Set<Integer> ids, CurrentUser user) {

    return sizeRanges.unitsOf(ids);
  }
}
