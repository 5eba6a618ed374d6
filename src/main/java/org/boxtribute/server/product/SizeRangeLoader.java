package org.boxtribute.server.product;

import static org.boxtribute.server.security.Permission.SIZE_RANGE_READ;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.Loader;
import org.boxtribute.server.graphql.RequestContext;
import org.boxtribute.server.persistence.schema.tables.records.SizeRangeRecord;

/** Size ranges by id, for users who may read size ranges. */
@Singleton
public final class SizeRangeLoader implements Loader<Integer, SizeRangeRecord> {
  private final SizeRangeRepository sizeRanges;

  SizeRangeLoader(SizeRangeRepository sizeRanges) {
    this.sizeRanges = sizeRanges;
  }

  @Override
  public Map<Integer, SizeRangeRecord> load(Set<Integer> ids, RequestContext request) {
    requires(SIZE_RANGE_READ).anywhere().check(request.user(), ids);
    return sizeRanges.byId(ids);
  }
}
