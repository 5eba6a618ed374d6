package org.boxtribute.server.product;

import static org.boxtribute.server.security.Permission.SIZE_RANGE_READ;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.binding.OldLoader;
import org.boxtribute.server.persistence.schema.tables.records.SizeRangeRecord;
import org.boxtribute.server.security.CurrentUser;

/** Size ranges by id, for users who may read size ranges. */
@Singleton
public final class SizeRangeLoader implements OldLoader<Integer, SizeRangeRecord> {
  private final SizeRangeRepository sizeRanges;

  SizeRangeLoader(SizeRangeRepository sizeRanges) {
    this.sizeRanges = sizeRanges;
  }

  @Override
  public Map<Integer, SizeRangeRecord> load(Set<Integer> ids, CurrentUser user) {
    requires(SIZE_RANGE_READ).anywhere().check(user, ids);
    return sizeRanges.byId(ids);
  }
}
