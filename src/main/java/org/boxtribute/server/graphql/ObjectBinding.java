package org.boxtribute.server.graphql;

import graphql.schema.DataFetcher;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.boxtribute.server.security.CurrentUser;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/**
 * How the fields of one object type get their values: from a column, by a function, or by a loader.
 * None of them can send a statement for a single row.
 *
 * @param <S> what the fields read
 */
public final class ObjectBinding<S> {
  private final String type;
  private final Class<S> source;
  private final Function<Loader<?, ?>, BoundLoader> plainLoaders;
  private final Function<ArgumentLoader<?, ?, ?>, BoundLoader> argumentLoaders;
  private final Map<String, DataFetcher<?>> fetchers = new LinkedHashMap<>();

  ObjectBinding(
      String type,
      Class<S> source,
      Function<Loader<?, ?>, BoundLoader> plainLoaders,
      Function<ArgumentLoader<?, ?, ?>, BoundLoader> argumentLoaders) {
    this.type = type;
    this.source = source;
    this.plainLoaders = plainLoaders;
    this.argumentLoaders = argumentLoaders;
  }

  /** Binds a field to a column of the source row. */
  public <R extends Record, T> ValueFetcher<S, T> column(String field, TableField<R, T> column) {
    Table<R> table = Objects.requireNonNull(column.getTable());
    if (!table.getRecordType().equals(source)) {
      throw new IllegalStateException(
          type + "." + field + " reads " + column + ", which is no column of its row");
    }
    int index = table.indexOf(column);
    return add(field, new ValueFetcher<>((row, user) -> column(row, index), column.getType()));
  }

  /** Binds a field to a function of the source, without I/O. */
  public <T> ValueFetcher<S, T> value(String field, Function<S, ? extends @Nullable T> value) {
    return add(field, new ValueFetcher<>((row, user) -> value.apply(row), null));
  }

  /** Binds a field to a function of the source and of the user who asks, without I/O. */
  public <T> ValueFetcher<S, T> value(
      String field, BiFunction<S, CurrentUser, ? extends @Nullable T> value) {
    return add(field, new ValueFetcher<>(value, null));
  }

  /**
   * Binds a field with arguments to a function of the source, of the arguments and of the user who
   * asks, without I/O.
   *
   * @param arguments reads the field's arguments
   */
  public <A> ArgumentValueFetcher<S, A> value(
      String field, Function<Arguments, A> arguments, ArgumentValueFetcher.Value<S, A> value) {
    return add(field, new ArgumentValueFetcher<>(arguments, value));
  }

  /**
   * Binds a field to what a loader answers.
   *
   * @param key the key of a row; a row whose key is null gets no answer
   */
  public <K, V> LoadFetcher<S, V> load(
      String field, Function<S, ? extends @Nullable K> key, Loader<K, V> loader) {
    return load(field, (row, user) -> key.apply(row), loader);
  }

  /**
   * As {@link #load(String, Function, Loader)}, with a key that the user who asks has a part in.
   */
  public <K, V> LoadFetcher<S, V> load(
      String field, BiFunction<S, CurrentUser, ? extends @Nullable K> key, Loader<K, V> loader) {
    return add(field, new LoadFetcher<>(key, arguments -> Map.of(), plainLoaders.apply(loader)));
  }

  /**
   * Binds a field of a list type to the rows of a loader; a key without rows has the empty list.
   */
  public <K, E> LoadFetcher<S, List<E>> loadList(
      String field, Function<S, ? extends @Nullable K> key, Loader<K, List<E>> loader) {
    return load(field, key, loader).otherwise(List.of());
  }

  /**
   * Binds a field with arguments to what a loader answers.
   *
   * @param arguments reads the field's arguments
   */
  public <A, K, V> LoadFetcher<S, V> load(
      String field,
      Function<S, ? extends @Nullable K> key,
      Function<Arguments, A> arguments,
      ArgumentLoader<A, K, V> loader) {
    return add(
        field,
        new LoadFetcher<>((row, user) -> key.apply(row), arguments, argumentLoaders.apply(loader)));
  }

  /** As {@link #loadList(String, Function, Loader)}, for a field with arguments. */
  public <A, K, E> LoadFetcher<S, List<E>> loadList(
      String field,
      Function<S, ? extends @Nullable K> key,
      Function<Arguments, A> arguments,
      ArgumentLoader<A, K, List<E>> loader) {
    return load(field, key, arguments, loader).otherwise(List.of());
  }

  Map<String, DataFetcher<?>> fetchers() {
    return fetchers;
  }

  private <F extends DataFetcher<?>> F add(String field, F fetcher) {
    if (fetchers.put(field, fetcher) != null) {
      throw new IllegalStateException(type + "." + field + " is bound twice");
    }
    return fetcher;
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // checked when it was bound
  private static <T> @Nullable T column(Object row, int index) {
    return (T) ((Record) row).get(index);
  }
}
