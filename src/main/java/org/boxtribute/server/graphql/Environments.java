package org.boxtribute.server.graphql;

import graphql.schema.DataFetchingEnvironment;
import java.util.Objects;

/** Where a fetcher finds the request that it works for. */
final class Environments {
  private Environments() {}

  static RequestContext request(DataFetchingEnvironment environment) {
    return Objects.requireNonNull(environment.getGraphQlContext().get(RequestContext.class));
  }

  static Object source(DataFetchingEnvironment environment) {
    return Objects.requireNonNull(environment.<Object>getSource());
  }

  static Arguments arguments(DataFetchingEnvironment environment) {
    return new Arguments(
        environment.getArguments(), field -> environment.getSelectionSet().contains(field));
  }
}
