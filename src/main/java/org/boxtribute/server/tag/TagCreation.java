package org.boxtribute.server.tag;

import static org.boxtribute.server.persistence.schema.Tables.TAG;

import java.util.Objects;
import org.boxtribute.server.graphql.binding.Arguments;
import org.boxtribute.server.graphql.error.BadUserInput;

/** What a new tag is to be. */
record TagCreation(int baseId, String name, String description, String color, TagType type) {

  /** Reads a {@code TagCreationInput}. */
  static TagCreation from(Arguments input) {
    String name = input.requiredText("name", TAG.NAME);
    if (name.isBlank()) {
      throw new BadUserInput("The 'name' of a tag must not be empty.");
    }
    return new TagCreation(
        input.requiredInteger("baseId"),
        name,
        Objects.requireNonNullElse(input.text("description", TAG.DESCRIPTION), ""),
        input.requiredText("color"),
        input.requiredChoice("type", TagType.class));
  }
}
