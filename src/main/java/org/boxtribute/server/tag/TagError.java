package org.boxtribute.server.tag;

import org.boxtribute.server.graphql.binding.ApiEnum;
import org.boxtribute.server.graphql.error.UserError;

/** Why a write about tags is refused, or a tag is passed over. */
public sealed interface TagError extends UserError {

  /** The text is no hexadecimal code of a colour. */
  record InvalidColorError(String color) implements TagError {}

  /** The tag of this name is deleted. */
  record DeletedTagError(String name) implements TagError {}

  /** The tags are not all of one base. */
  record TagBaseMismatchError() implements TagError {}

  /** The tag is of a type that may not be attached to this resource. */
  record TagTypeMismatchError(ApiEnum expectedType) implements TagError {}
}
