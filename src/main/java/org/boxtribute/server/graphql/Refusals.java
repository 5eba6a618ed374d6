package org.boxtribute.server.graphql;

import org.boxtribute.server.security.Forbidden;

/** Describes a refusal as a member of a union, with the names that the client shows its user. */
public interface Refusals {

  /**
   * The union member for a refusal.
   *
   * @throws Forbidden the refusal itself if the schema has no member for its kind
   */
  UserError asData(Forbidden refusal);
}
