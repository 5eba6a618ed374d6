package org.boxtribute.server.product;

import static org.boxtribute.server.security.Permission.SIZE_READ;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.Loader;
import org.boxtribute.server.graphql.RequestContext;
import org.boxtribute.server.persistence.schema.tables.records.SizeRecord;

/** The sizes of size ranges, for users who may read sizes. */
@Singleton
final class SizeRangeSizesLoader implements Loader<Integer, List<SizeRecord>> {
  private final SizeRangeRepository sizeRanges;

  SizeRangeSizesLoader(SizeRangeRepository sizeRanges) {
    this.sizeRanges = sizeRanges;
  }

  @Override
  public Map<Integer, List<SizeRecord>> load(Set<Integer> ids, RequestContext request) {
    requires(SIZE_READ).anywhere().check(request.user(), ids);
    return sizeRanges.sizesOf(ids);
  }
}
