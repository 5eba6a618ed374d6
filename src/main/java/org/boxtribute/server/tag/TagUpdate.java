package org.boxtribute.server.tag;

import static org.boxtribute.server.persistence.schema.Tables.TAG;

import org.boxtribute.server.graphql.binding.Arguments;
import org.jspecify.annotations.Nullable;

/** What is to change of a tag; null leaves it as it is. */
record TagUpdate(
    int id,
    @Nullable String name,
    @Nullable String description,
    @Nullable String color,
    @Nullable TagType type) {

  /** Reads a {@code TagUpdateInput}. */
  static TagUpdate from(Arguments input) {
    return new TagUpdate(
        input.id("id"),
        input.text("name", TAG.NAME),
        input.text("description", TAG.DESCRIPTION),
        input.text("color"),
        input.choice("type", TagType.class));
  }
}
