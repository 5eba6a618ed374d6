package org.boxtribute.server.product;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.Loader;
import org.boxtribute.server.graphql.RequestContext;
import org.boxtribute.server.persistence.schema.tables.records.SizeRecord;

/**
 * Sizes by id, for the fields whose clients need no permission for sizes: those are the same for
 * everyone. Other fields use {@link SizeLoader}.
 */
@Singleton
public final class OpenSizeLoader implements Loader<Integer, SizeRecord> {
  private final SizeRangeRepository sizeRanges;

  OpenSizeLoader(SizeRangeRepository sizeRanges) {
    this.sizeRanges = sizeRanges;
  }

  @Override
  public Map<Integer, SizeRecord> load(Set<Integer> ids, RequestContext request) {
    return sizeRanges.sizesById(ids);
  }
}
