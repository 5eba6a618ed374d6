package org.boxtribute.server.distribution;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.binding.OldLoader;
import org.boxtribute.server.security.CurrentUser;
import org.jooq.Record;

/** The boxes and the unboxed items that match entries of packing lists. */
@Singleton
final class MatchingPackedItemsLoader implements OldLoader<PackedItems, List<Record>> {
  private final PackedItemsRepository packedItems;

  MatchingPackedItemsLoader(PackedItemsRepository packedItems) {
    this.packedItems = packedItems;
  }

  @Override
  public Map<PackedItems, List<Record>> load(Set<PackedItems> wanted, CurrentUser user) {
    return packedItems.matching(wanted);
  }
}
