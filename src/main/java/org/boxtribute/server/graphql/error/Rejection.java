package org.boxtribute.server.graphql.error;

/**
 * Ends a write with an expected failure that the schema has a union member for. Thrown inside of a
 * transaction it takes everything back.
 */
public final class Rejection extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient UserError error;

  /** Rejects the request. */
  public Rejection(UserError error) {
    super(error.toString(), null, false, false);
    this.error = error;
  }

  /** The union member. */
  public UserError error() {
    return error;
  }
}
