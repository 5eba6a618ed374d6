package org.boxtribute.server.graphql.binding;

import java.util.List;
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
  private final Class<?> row;
  private final Function<S, ?> rowOf;
  private final BoundFields fields;

  /**
   * Starts the bindings of a type.
   *
   * @param row the class of the rows whose columns can be bound
   * @param rowOf the row of a source
   */
  ObjectBinding(String type, Class<S> source, Class<?> row, Function<S, ?> rowOf) {
    this.type = type;
    this.source = source;
    this.row = row;
    this.rowOf = rowOf;
    this.fields = new BoundFields(type);
  }

  /**
   * Binds a field to a column of the source row.
   *
   * @throws IllegalStateException if the row has no such column
   */
  public <R extends Record, T> ValueFetcher<S> column(String field, TableField<R, T> column) {
    Table<R> table = Objects.requireNonNull(column.getTable());
    if (!table.getRecordType().equals(row)) {
      throw new IllegalStateException(
          type + "." + field + " reads " + column + ", which is no column of its row");
    }
    int index = table.indexOf(column);
    return fields.add(
        field,
        new ValueFetcher<>(
            (value, user) -> ((Record) rowOf.apply(value)).get(index), column.getType()));
  }

  /** Binds a field to a function of the source, without I/O. */
  public ValueFetcher<S> value(String field, Function<S, ? extends @Nullable Object> value) {
    return fields.add(field, new ValueFetcher<>((row, user) -> value.apply(row), null));
  }

  /** Binds a field to a function of the source and of the user who asks, without I/O. */
  public ValueFetcher<S> value(
      String field, BiFunction<S, CurrentUser, ? extends @Nullable Object> value) {
    return fields.add(field, new ValueFetcher<>(value, null));
  }

  /**
   * Binds a field with arguments to a function of the source, of the arguments and of the user who
   * asks, without I/O.
   *
   * @param arguments reads the field's arguments
   */
  public <A> ArgumentValueFetcher<S, A> value(
      String field, Function<Arguments, A> arguments, ArgumentValueFetcher.Value<S, A> value) {
    return fields.add(field, new ArgumentValueFetcher<>(arguments, value));
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
    return fields.add(field, new LoadFetcher<>(arguments -> key::apply, loader));
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
      Loader<Loader.Keyed<A, K>, V> loader) {
    return fields.add(
        field,
        new LoadFetcher<>(
            given -> {
              A read = arguments.apply(given);
              return (row, user) -> {
                K keyOfRow = key.apply(row);
                return keyOfRow == null ? null : new Loader.Keyed<>(read, keyOfRow);
              };
            },
            loader));
  }

  /** As {@link #loadList(String, Function, Loader)}, for a field with arguments. */
  public <A, K, E> LoadFetcher<S, List<E>> loadList(
      String field,
      Function<S, ? extends @Nullable K> key,
      Function<Arguments, A> arguments,
      Loader<Loader.Keyed<A, K>, List<E>> loader) {
    return load(field, key, arguments, loader).otherwise(List.of());
  }

  String type() {
    return type;
  }

  Class<S> source() {
    return source;
  }

  BoundFields fields() {
    return fields;
  }
}
