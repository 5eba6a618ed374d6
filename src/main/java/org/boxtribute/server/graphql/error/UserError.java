package org.boxtribute.server.graphql.error;

import org.jspecify.annotations.Nullable;

/**
 * An expected failure as a value of a field's union: a record for each error type of the schema,
 * named as that. The rooms have theirs; here are those that all writes may end with.
 */
public interface UserError {

  /** The name of the error's type in the schema. */
  default String typeName() {
    return getClass().getSimpleName();
  }

  /** The user lacks the named permission. */
  record InsufficientPermissionError(String name) implements UserError {}

  /** There is no resource of this name (a type of the schema), looked up by id or otherwise. */
  record ResourceDoesNotExistError(@Nullable String id, String name) implements UserError {

    /** There is no row of this id. */
    public ResourceDoesNotExistError(int id, String name) {
      this(String.valueOf(id), name);
    }
  }

  /** A name that may not be empty is. */
  record EmptyNameError() implements UserError {}
}
