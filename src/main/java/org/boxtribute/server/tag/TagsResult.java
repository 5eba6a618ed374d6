package org.boxtribute.server.tag;

import java.util.List;
import org.boxtribute.server.persistence.schema.tables.records.TagRecord;

/**
 * What became of tags that were to be changed together.
 *
 * @param invalidTagIds those that could not be changed, in ascending order
 */
record TagsResult(List<TagRecord> updatedTags, List<Integer> invalidTagIds) {}
