package org.boxtribute.server.beneficiary;

import org.boxtribute.server.graphql.binding.Arguments;
import org.boxtribute.server.tag.TaggableResourceType;

/** A tag, and what it is to be attached to or taken off. */
record Tagging(int tagId, TaggableResourceType resourceType, int resourceId) {

  /** Reads a {@code TagOperationInput}. */
  static Tagging from(Arguments input) {
    return new Tagging(
        input.id("id"),
        input.requiredChoice("resourceType", TaggableResourceType.class),
        input.id("resourceId"));
  }
}
