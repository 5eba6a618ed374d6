package org.boxtribute.server.warehouse;

import java.util.List;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;

/**
 * What became of boxes that were to be changed together.
 *
 * @param invalidLabelIdentifiers of those that were not changed, in ascending order
 */
record BoxesResult(List<BoxRecord> updatedBoxes, List<String> invalidLabelIdentifiers) {}
