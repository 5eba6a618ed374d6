package org.boxtribute.server.graphql.execution;

import graphql.GraphQLContext;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A fetcher whose value follows from the source object and the request, without I/O and without
 * arguments.
 */
public interface SourceFetcher {

  /** The function that gives each source object's value, for the time of one request. */
  Function<Object, ? extends @Nullable Object> valuesFor(GraphQLContext context);
}
