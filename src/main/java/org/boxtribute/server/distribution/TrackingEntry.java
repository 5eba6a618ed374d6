package org.boxtribute.server.distribution;

import org.boxtribute.server.persistence.schema.tables.records.DistributionEventsTrackingEntryRecord;

/**
 * A number of items that went out or came back.
 *
 * @param productBaseId the base of the product, which decides who may see the product
 */
record TrackingEntry(DistributionEventsTrackingEntryRecord row, int productBaseId) {}
