package org.boxtribute.server.graphql.binding;

import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.function.Function;
import org.boxtribute.server.security.CurrentUser;
import org.boxtribute.server.security.Requirement;
import org.jspecify.annotations.Nullable;

/**
 * A field whose value follows from its source row, its arguments and the user, without I/O.
 *
 * @param <S> the source row
 * @param <A> the field's arguments
 */
public final class ArgumentValueFetcher<S, A> implements BoundField {

  /** Computes the value. */
  @FunctionalInterface
  public interface Value<S, A> {

    /** The value of the field for one source row. */
    @Nullable Object of(S source, A arguments, CurrentUser user);
  }

  private final Function<Arguments, A> arguments;
  private final Value<S, A> value;
  private @Nullable Requirement<? super A> guard;

  ArgumentValueFetcher(Function<Arguments, A> arguments, Value<S, A> value) {
    this.arguments = arguments;
    this.value = value;
  }

  /** Refuses the field where the user does not meet the rule for its arguments. */
  public ArgumentValueFetcher<S, A> guardedBy(Requirement<? super A> requirement) {
    guard = requirement;
    return this;
  }

  @Override
  public List<String> rules() {
    return guard == null ? List.of() : List.of(guard.toString());
  }

  @Override
  @SuppressWarnings("unchecked") // the type resolver gave this type the rows of its source class
  public @Nullable Object get(DataFetchingEnvironment environment) {
    CurrentUser user = RequestValues.user(environment.getGraphQlContext());
    A given = arguments.apply(RequestValues.arguments(environment));
    if (guard != null) {
      guard.check(user, given);
    }
    return value.of((S) RequestValues.source(environment), given, user);
  }
}
