package org.boxtribute.server.graphql;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.boxtribute.server.graphql.execution.BatchedFetcher;
import org.boxtribute.server.graphql.execution.SelectedField;
import org.boxtribute.server.security.CurrentUser;
import org.boxtribute.server.security.Requirement;
import org.jspecify.annotations.Nullable;

/**
 * A field whose value a loader looks up, together with those of all other rows of the level.
 *
 * @param <S> the source row
 * @param <V> the loader's answer to one key
 */
public final class LoadFetcher<S, V> implements DataFetcher<@Nullable Object>, BatchedFetcher {
  private final BiFunction<S, CurrentUser, ? extends @Nullable Object> key;
  private final Function<Arguments, ?> arguments;
  private final BoundLoader loader;
  private @Nullable Requirement<? super S> guard;
  private @Nullable Requirement<? super V> visibility;
  private @Nullable V otherwise;

  LoadFetcher(
      BiFunction<S, CurrentUser, ? extends @Nullable Object> key,
      Function<Arguments, ?> arguments,
      BoundLoader loader) {
    this.key = key;
    this.arguments = arguments;
    this.loader = loader;
  }

  /** Refuses the field where the user does not meet the rule for the source row. */
  public LoadFetcher<S, V> guardedBy(Requirement<? super S> requirement) {
    guard = requirement;
    return this;
  }

  /** Hides the answer, as if there were none, where the user does not meet the rule for it. */
  public LoadFetcher<S, V> orNullUnless(Requirement<? super V> requirement) {
    visibility = requirement;
    return this;
  }

  /** The answer where the loader has none. */
  public LoadFetcher<S, V> otherwise(V answer) {
    otherwise = answer;
    return this;
  }

  /** The loader that answers this field. */
  BoundLoader loader() {
    return loader;
  }

  /** Reads the field's arguments, once for all rows of a selection. */
  Object argumentsOf(Arguments values) {
    return arguments.apply(values);
  }

  /**
   * The key to look up for a row, or null for a row without one.
   *
   * @throws org.boxtribute.server.security.Forbidden if the user may not read the field of this row
   */
  @SuppressWarnings("unchecked") // the type resolver gave this type the rows of its source class
  @Nullable Object keyOf(Object source, Object readArguments, CurrentUser user) {
    S row = (S) source;
    if (guard != null) {
      guard.check(user, row);
    }
    Object rowKey = key.apply(row, user);
    return rowKey == null ? null : loader.batchKey(rowKey, readArguments);
  }

  /** What the field shows of the loader's answer. */
  @SuppressWarnings("unchecked") // the loader was typed when it was bound
  @Nullable Object shown(@Nullable Object answer, CurrentUser user) {
    if (answer == null) {
      return otherwise;
    }
    if (visibility != null && !visibility.allows(user, (V) answer)) {
      return null;
    }
    return answer;
  }

  @Override
  public LookUp lookUpFor(SelectedField field) {
    RequestContext request = Environments.request(field.context());
    Object readArguments = argumentsOf(Environments.arguments(field));
    Source source = request.source(loader);
    return new LookUp() {

      @Override
      public Source source() {
        return source;
      }

      @Override
      public @Nullable Object keyOf(Object sourceObject) {
        return LoadFetcher.this.keyOf(sourceObject, readArguments, request.user());
      }

      @Override
      public @Nullable Object valueOf(@Nullable Object answer) {
        return shown(answer, request.user());
      }
    };
  }

  @Override
  public @Nullable Object get(DataFetchingEnvironment environment) {
    RequestContext request = Environments.request(environment);
    Object readArguments = argumentsOf(Environments.arguments(environment));
    Object batchKey = keyOf(Environments.source(environment), readArguments, request.user());
    if (batchKey == null) {
      return shown(null, request.user());
    }
    return request
        .load(loader, batchKey, environment)
        .thenApply(answer -> shown(answer, request.user()));
  }
}
