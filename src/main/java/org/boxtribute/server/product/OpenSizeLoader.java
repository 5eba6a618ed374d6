package org.boxtribute.server.product;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.binding.OldLoader;
import org.boxtribute.server.persistence.schema.tables.records.SizeRecord;
import org.boxtribute.server.security.CurrentUser;

/**
 * Sizes by id, for the fields whose clients need no permission for sizes: those are the same for
 * everyone. Other fields use {@link SizeLoader}.
 */
@Singleton
public final class OpenSizeLoader implements OldLoader<Integer, SizeRecord> {
  private final SizeRangeRepository sizeRanges;

  OpenSizeLoader(SizeRangeRepository sizeRanges) {
    this.sizeRanges = sizeRanges;
  }

  @Override
  public Map<Integer, SizeRecord> load(Set<Integer> ids, CurrentUser user) {
    return sizeRanges.sizesById(ids);
  }
}
