package org.boxtribute.server.product;

import static org.boxtribute.server.security.Permission.UNIT_READ;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.Loader;
import org.boxtribute.server.graphql.RequestContext;
import org.boxtribute.server.persistence.schema.tables.records.UnitRecord;

/** Units by id, for users who may read units. */
@Singleton
public final class UnitLoader implements Loader<Integer, UnitRecord> {
  private final SizeRangeRepository sizeRanges;

  UnitLoader(SizeRangeRepository sizeRanges) {
    this.sizeRanges = sizeRanges;
  }

  @Override
  public Map<Integer, UnitRecord> load(Set<Integer> ids, RequestContext request) {
    requires(UNIT_READ).anywhere().check(request.user(), ids);
    return sizeRanges.unitsById(ids);
  }
}
