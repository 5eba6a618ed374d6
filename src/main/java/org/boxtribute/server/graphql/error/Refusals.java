package org.boxtribute.server.graphql.error;

import java.util.Map;
import org.boxtribute.server.security.Forbidden;

/** Describes a refusal as a member of a union, with the names that the client shows its user. */
public interface Refusals {

  /**
   * The union members for many refusals, by the same keys, looked up at once.
   *
   * @throws Forbidden one of the refusals itself if the schema has no member for its kind
   */
  <K> Map<K, UserError> asData(Map<K, Forbidden> refusals);

  /**
   * The union member for a refusal.
   *
   * @throws Forbidden the refusal itself if the schema has no member for its kind
   */
  UserError asData(Forbidden refusal);
}
