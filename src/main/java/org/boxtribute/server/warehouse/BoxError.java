package org.boxtribute.server.warehouse;

import org.boxtribute.server.graphql.error.UserError;

/** Why a write about boxes is refused. */
public sealed interface BoxError extends UserError {

  /** The location of this name is deleted. */
  record DeletedLocationError(String name) implements BoxError {}

  /** The product is of another base than the location. */
  record ProductLocationBaseMismatchError() implements BoxError {}

  /** The box with this label is deleted. */
  record DeletedBoxError(String labelIdentifier) implements BoxError {}

  /** The box is in a state that does not allow this. */
  record InvalidBoxStateError(BoxState state) implements BoxError {}

  /** The number of items is below zero, or more than there are. */
  record InvalidNumberOfItemsError(int numberOfItems) implements BoxError {}
}
