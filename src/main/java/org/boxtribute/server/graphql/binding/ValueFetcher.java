package org.boxtribute.server.graphql.binding;

import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.LightDataFetcher;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.boxtribute.server.graphql.execution.SourceFetcher;
import org.boxtribute.server.security.CurrentUser;
import org.boxtribute.server.security.Requirement;
import org.jspecify.annotations.Nullable;

/**
 * A field whose value follows from its source row and the user, without I/O.
 *
 * @param <S> the source row
 */
public final class ValueFetcher<S>
    implements LightDataFetcher<@Nullable Object>, SourceFetcher, BoundField {
  private final BiFunction<S, CurrentUser, ? extends @Nullable Object> value;
  private final @Nullable Class<?> valueType;
  private @Nullable Requirement<? super S> guard;

  ValueFetcher(
      BiFunction<S, CurrentUser, ? extends @Nullable Object> value, @Nullable Class<?> valueType) {
    this.value = value;
    this.valueType = valueType;
  }

  /** Refuses the field where the user does not meet the rule for the source row. */
  public ValueFetcher<S> guardedBy(Requirement<? super S> requirement) {
    guard = requirement;
    return this;
  }

  /** The Java type of the value where it is known: that of a column. */
  public @Nullable Class<?> valueType() {
    return valueType;
  }

  @Override
  public List<String> rules() {
    return guard == null ? List.of() : List.of(guard.toString());
  }

  @Override
  @SuppressWarnings("NullAway") // the function's result is declared nullable
  public Function<Object, ? extends @Nullable Object> valuesFor(GraphQLContext context) {
    CurrentUser user = RequestValues.user(context);
    return source -> valueOf(source, user);
  }

  @SuppressWarnings("unchecked") // the type resolver gave this type the rows of its source class
  private @Nullable Object valueOf(Object source, CurrentUser user) {
    S row = (S) source;
    if (guard != null) {
      guard.check(user, row);
    }
    return value.apply(row, user);
  }

  @Override
  public @Nullable Object get(
      GraphQLFieldDefinition field, Object source, Supplier<DataFetchingEnvironment> environment) {
    return valueOf(source, RequestValues.user(environment.get().getGraphQlContext()));
  }

  @Override
  public @Nullable Object get(DataFetchingEnvironment environment) {
    return valueOf(
        RequestValues.source(environment), RequestValues.user(environment.getGraphQlContext()));
  }
}
