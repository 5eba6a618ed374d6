package org.boxtribute.server.distribution;

import org.boxtribute.server.persistence.schema.tables.records.PackingListEntryRecord;

/**
 * An entry of a packing list with what its row does not tell.
 *
 * @param productBaseId the base of the entry's product, which decides who may see the entry
 */
record PackingListEntry(PackingListEntryRecord row, int productBaseId) {

  /** What has to be packed for this entry. */
  PackedItems wanted() {
    return new PackedItems(row.getDistributionEventId(), row.getProductId(), row.getSizeId());
  }
}
