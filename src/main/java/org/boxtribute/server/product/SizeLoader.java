package org.boxtribute.server.product;

import static org.boxtribute.server.security.Permission.SIZE_READ;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.Loader;
import org.boxtribute.server.graphql.RequestContext;
import org.boxtribute.server.persistence.schema.tables.records.SizeRecord;

/** Sizes by id, for users who may read sizes. */
@Singleton
public final class SizeLoader implements Loader<Integer, SizeRecord> {
  private final SizeRangeRepository sizeRanges;

  SizeLoader(SizeRangeRepository sizeRanges) {
    this.sizeRanges = sizeRanges;
  }

  @Override
  public Map<Integer, SizeRecord> load(Set<Integer> ids, RequestContext request) {
    requires(SIZE_READ).anywhere().check(request.user(), ids);
    return sizeRanges.sizesById(ids);
  }
}
