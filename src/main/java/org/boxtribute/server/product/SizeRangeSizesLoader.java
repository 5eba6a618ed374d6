package org.boxtribute.server.product;

import static org.boxtribute.server.security.Permission.SIZE_READ;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.binding.OldLoader;
import org.boxtribute.server.persistence.schema.tables.records.SizeRecord;
import org.boxtribute.server.security.CurrentUser;

/** The sizes of size ranges, for users who may read sizes. */
@Singleton
final class SizeRangeSizesLoader implements OldLoader<Integer, List<SizeRecord>> {
  private final SizeRangeRepository sizeRanges;

  SizeRangeSizesLoader(SizeRangeRepository sizeRanges) {
    this.sizeRanges = sizeRanges;
  }

  @Override
  public Map<Integer, List<SizeRecord>> load(Set<Integer> ids, CurrentUser user) {
    requires(SIZE_READ).anywhere().check(user, ids);
    return sizeRanges.sizesOf(ids);
  }
}
