package org.boxtribute.server.distribution;

import java.util.List;
import org.boxtribute.server.persistence.schema.tables.records.DistributionEventsTrackingEntryRecord;

/**
 * All that was counted in a tracking group of one product and size.
 *
 * @param entries locked, by id
 */
record TrackedItems(List<DistributionEventsTrackingEntryRecord> entries) {

  /** The entries of items that went one way. */
  List<DistributionEventsTrackingEntryRecord> going(
      DistributionEventTrackingFlowDirection direction) {
    return entries.stream().filter(entry -> entry.getFlowDirection() == direction).toList();
  }

  /** How many items went one way. */
  long number(DistributionEventTrackingFlowDirection direction) {
    return going(direction).stream()
        .mapToLong(DistributionEventsTrackingEntryRecord::getNumberOfItems)
        .sum();
  }
}
