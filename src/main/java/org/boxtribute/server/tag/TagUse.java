package org.boxtribute.server.tag;

import org.boxtribute.server.graphql.binding.Arguments;
import org.jspecify.annotations.Nullable;

/**
 * What tags are wanted for.
 *
 * @param resourceType what they shall be attachable to, or null if that does not matter
 */
record TagUse(@Nullable TaggableResourceType resourceType) {

  /** Reads the argument {@code resourceType}. */
  static TagUse from(Arguments arguments) {
    return new TagUse(arguments.choice("resourceType", TaggableResourceType.class));
  }
}
