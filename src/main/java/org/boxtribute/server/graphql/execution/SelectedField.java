package org.boxtribute.server.graphql.execution;

import graphql.GraphQLContext;
import java.util.Map;

/** A field of a selection, as a fetcher sees it that serves all objects of a level at once. */
public interface SelectedField {

  /** What the request carries along. */
  GraphQLContext context();

  /** The field's coerced arguments. */
  Map<String, Object> arguments();

  /**
   * Whether the client asks for a field below this one.
   *
   * @param path its name, or names separated by slashes
   */
  boolean selects(String path);
}
