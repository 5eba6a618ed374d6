package org.boxtribute.server.distribution;

import org.boxtribute.server.persistence.schema.tables.records.DistributionEventRecord;

/**
 * An event with what its row does not tell.
 *
 * @param baseId the base of the event's spot, which decides who may see the event
 */
record DistributionEvent(DistributionEventRecord row, int baseId) {

  int id() {
    return row.getId();
  }
}
