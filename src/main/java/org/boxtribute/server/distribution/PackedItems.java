package org.boxtribute.server.distribution;

import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;
import org.boxtribute.server.persistence.schema.tables.records.UnboxedItemsCollectionRecord;
import org.jspecify.annotations.Nullable;

/** Items of one kind, packed for one event. */
record PackedItems(Integer eventId, Integer productId, @Nullable Integer sizeId) {

  static PackedItems in(BoxRecord box) {
    return new PackedItems(box.getDistributionEventId(), box.getProductId(), box.getSizeId());
  }

  static PackedItems in(UnboxedItemsCollectionRecord items) {
    return new PackedItems(items.getDistributionEventId(), items.getProductId(), items.getSizeId());
  }
}
