package org.boxtribute.server.graphql.binding;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.boxtribute.server.graphql.error.BadUserInput;
import org.boxtribute.server.security.BaseScope;
import org.boxtribute.server.security.CurrentUser;
import org.boxtribute.server.security.Permission;
import org.jspecify.annotations.Nullable;

/** How the fields of a root query type get their values: by blocking code on the I/O executor. */
public final class QueryBinding {
  private final BoundFields fields;

  QueryBinding(BoundFields fields) {
    this.fields = fields;
  }

  /** Binds a field to code that reads its arguments; the rule looks at these, before. */
  public RootFetcher<Arguments> fetch(
      String field, BiFunction<Arguments, CurrentUser, ? extends @Nullable Object> body) {
    return fields.add(
        field,
        new RootFetcher<>(
            (arguments, user, guard) -> {
              guard.check(user, arguments);
              return body.apply(arguments, user);
            }));
  }

  /**
   * Binds a field to the row that its argument {@code id} names; the rule looks at that row.
   *
   * @param field named as the row's type is, but for its first letter; where there is no such row,
   *     the client is told so by a {@link BadUserInput}
   */
  public <R> RootFetcher<R> one(String field, IntFunction<Optional<R>> find) {
    String type = field.substring(0, 1).toUpperCase(Locale.ROOT) + field.substring(1);
    return found(
        field,
        arguments -> {
          int id = arguments.id("id");
          return find.apply(id).orElseThrow(() -> BadUserInput.doesNotExist(type, id));
        });
  }

  /**
   * Binds a field to a row that is found by its arguments; the rule looks at that row.
   *
   * @param find finds the row, says by an exception that there is none, or answers null, which
   *     everyone may be told
   */
  public <R> RootFetcher<R> found(String field, Function<Arguments, ? extends @Nullable R> find) {
    return fields.add(
        field,
        new RootFetcher<R>(
            (arguments, user, guard) -> {
              guard.checkUser(user);
              R row = find.apply(arguments);
              if (row != null) {
                guard.check(user, row);
              }
              return row;
            }));
  }

  /**
   * Binds a field to what is within the bases that the user holds a permission for. Who holds it
   * for no base is refused.
   */
  public RootFetcher<Arguments> list(
      String field, Permission permission, BiFunction<BaseScope, Arguments, Object> list) {
    return fields.add(
        field,
        new RootFetcher<>(
            (arguments, user, guard) -> {
              BaseScope scope = user.scope(permission);
              guard.check(user, arguments);
              return list.apply(scope, arguments);
            },
            List.of(Loader.limitedBy(permission))));
  }
}
