package org.boxtribute.server.product;

import static org.boxtribute.server.security.Permission.UNIT_READ;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.binding.OldLoader;
import org.boxtribute.server.persistence.schema.tables.records.UnitRecord;
import org.boxtribute.server.security.CurrentUser;

/** Units by id, for users who may read units. */
@Singleton
public final class UnitLoader implements OldLoader<Integer, UnitRecord> {
  private final SizeRangeRepository sizeRanges;

  UnitLoader(SizeRangeRepository sizeRanges) {
    this.sizeRanges = sizeRanges;
  }

  @Override
  public Map<Integer, UnitRecord> load(Set<Integer> ids, CurrentUser user) {
    requires(UNIT_READ).anywhere().check(user, ids);
    return sizeRanges.unitsById(ids);
  }
}
