package org.boxtribute.server.graphql.binding;

import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;
import java.util.Objects;
import org.boxtribute.server.graphql.execution.SelectedField;
import org.boxtribute.server.security.CurrentUser;

/** Where a fetcher finds what belongs to the request that it works for. */
final class RequestValues {
  private RequestValues() {}

  static CurrentUser user(GraphQLContext context) {
    return Objects.requireNonNull(context.<CurrentUser>get(CurrentUser.class));
  }

  static ConnectionBudget budget(GraphQLContext context) {
    return Objects.requireNonNull(context.<ConnectionBudget>get(ConnectionBudget.class));
  }

  static Arguments arguments(SelectedField field) {
    return new Arguments(field.arguments(), field::selects);
  }

  static Arguments arguments(DataFetchingEnvironment environment) {
    return new Arguments(
        environment.getArguments(), field -> environment.getSelectionSet().contains(field));
  }

  static Object source(DataFetchingEnvironment environment) {
    return Objects.requireNonNull(environment.<Object>getSource());
  }
}
