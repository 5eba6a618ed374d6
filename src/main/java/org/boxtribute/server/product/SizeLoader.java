package org.boxtribute.server.product;

import static org.boxtribute.server.security.Permission.SIZE_READ;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.binding.OldLoader;
import org.boxtribute.server.persistence.schema.tables.records.SizeRecord;
import org.boxtribute.server.security.CurrentUser;

/** Sizes by id, for users who may read sizes. */
@Singleton
public final class SizeLoader implements OldLoader<Integer, SizeRecord> {
  private final SizeRangeRepository sizeRanges;

  SizeLoader(SizeRangeRepository sizeRanges) {
    this.sizeRanges = sizeRanges;
  }

  @Override
  public Map<Integer, SizeRecord> load(Set<Integer> ids, CurrentUser user) {
    requires(SIZE_READ).anywhere().check(user, ids);
    return sizeRanges.sizesById(ids);
  }
}
