package org.boxtribute.server.graphql;

import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;
import java.util.Objects;
import org.boxtribute.server.graphql.execution.SelectedField;

/** Where a fetcher finds the request that it works for. */
final class Environments {
  private Environments() {}

  static RequestContext request(DataFetchingEnvironment environment) {
    return request(environment.getGraphQlContext());
  }

  static RequestContext request(GraphQLContext context) {
    return Objects.requireNonNull(context.<RequestContext>get(RequestContext.class));
  }

  static Arguments arguments(SelectedField field) {
    return new Arguments(field.arguments(), field::selects);
  }

  static Object source(DataFetchingEnvironment environment) {
    return Objects.requireNonNull(environment.<Object>getSource());
  }

  static Arguments arguments(DataFetchingEnvironment environment) {
    return new Arguments(
        environment.getArguments(), field -> environment.getSelectionSet().contains(field));
  }
}
