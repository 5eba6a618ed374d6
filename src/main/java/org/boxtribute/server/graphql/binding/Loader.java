package org.boxtribute.server.graphql.binding;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.boxtribute.server.security.BaseScope;
import org.boxtribute.server.security.CurrentUser;
import org.boxtribute.server.security.Permission;
import org.boxtribute.server.security.Requirement;

/**
 * One batched look-up: the keys of all rows of a level in, their answers out, by one statement.
 *
 * <p>A loader is a value that a room keeps in its {@code ...Loaders} bean: {@code sizes =
 * Loader.of(sizeRanges::sizesById).requiring(SIZE_READ)}. All fields that are bound to the same
 * value share its batches, within one request; what differs in its rule is another value. Loaders
 * are stateless. They run blocking code on the I/O executor, and are used by many threads at once.
 *
 * <p>A look-up answers some of the keys: a key without an answer makes its field null or, where the
 * binding says so, a default. Rows without a key (null) are not looked up and refuse nobody.
 *
 * @param <K> a key with value equality
 * @param <V> the answer to one key: a row, a value, or a list of them
 */
public final class Loader<K, V> {

  /** A key together with the arguments of the field that asks for it. */
  public record Keyed<A, K>(A arguments, K key) {}

  /**
   * A look-up within the bases that a user holds a permission for, under a field's arguments.
   *
   * @param <A> the field's arguments, with value equality
   */
  @FunctionalInterface
  public interface ScopedLookUp<A, K, V> {

    /** Looks all keys up under the same arguments. */
    Map<K, V> load(Set<K> keys, BaseScope scope, A arguments);
  }

  private final BiFunction<Set<K>, CurrentUser, Map<K, V>> lookUp;
  private final List<String> rules;

  private Loader(BiFunction<Set<K>, CurrentUser, Map<K, V>> lookUp, List<String> rules) {
    this.lookUp = lookUp;
    this.rules = rules;
  }

  /** A look-up that answers everyone alike: the fields that use it guard themselves. */
  public static <K, V> Loader<K, V> of(Function<Set<K>, Map<K, V>> lookUp) {
    return new Loader<>((keys, user) -> lookUp.apply(keys), List.of());
  }

  /**
   * A look-up limited to the bases for which the user holds a permission. Who holds it for no base
   * is refused, which meets every key of the batch.
   */
  public static <K, V> Loader<K, V> within(
      Permission permission, BiFunction<Set<K>, BaseScope, Map<K, V>> lookUp) {
    return new Loader<>(
        (keys, user) -> lookUp.apply(keys, user.scope(permission)), List.of(limitedBy(permission)));
  }

  /**
   * A look-up that decides by itself what the user may see.
   *
   * @param rule how, in the words of {@link Requirement}
   */
  public static <K, V> Loader<K, V> forUser(
      String rule, BiFunction<Set<K>, CurrentUser, Map<K, V>> lookUp) {
    return new Loader<>(lookUp, List.of(rule));
  }

  /**
   * A look-up for a field with arguments: the keys of a batch that share their arguments are looked
   * up together, so that a filter or a page within a list is still one statement a level.
   *
   * @param <A> the field's arguments, with value equality
   */
  public static <A, K, V> Loader<Keyed<A, K>, V> withArguments(
      BiFunction<Set<K>, A, Map<K, V>> lookUp) {
    return of(keyed -> byArguments(keyed, lookUp));
  }

  /** As {@link #withArguments(BiFunction)}, limited as {@link #within} tells. */
  public static <A, K, V> Loader<Keyed<A, K>, V> withArguments(
      Permission permission, ScopedLookUp<A, K, V> lookUp) {
    return within(
        permission,
        (keyed, scope) ->
            byArguments(keyed, (keys, arguments) -> lookUp.load(keys, scope, arguments)));
  }

  /**
   * This look-up, for users who hold a permission for at least one base. Who does not is refused,
   * which meets every key of the batch.
   */
  public Loader<K, V> requiring(Permission permission) {
    Requirement<Object> requirement = Requirement.requires(permission).anywhere();
    return new Loader<>(
        (keys, user) -> {
          requirement.check(user, keys);
          return lookUp.apply(keys, user);
        },
        with(requirement.toString()));
  }

  /**
   * This look-up, for users who hold a permission for at least one base; to others it answers
   * nothing.
   */
  public Loader<K, V> emptyWithout(Permission permission) {
    return new Loader<>(
        (keys, user) -> user.holds(permission) ? lookUp.apply(keys, user) : Map.of(),
        with("nothing without " + Requirement.requires(permission).anywhere()));
  }

  /**
   * Looks keys up at once, for a look-up that is made of this one.
   *
   * @throws org.boxtribute.server.security.Forbidden if the loader's rule refuses the user
   */
  public Map<K, V> load(Set<K> keys, CurrentUser user) {
    return lookUp.apply(keys, user);
  }

  /** Whom this loader answers, and about what, in words; nothing if it answers everyone. */
  List<String> rules() {
    return rules;
  }

  private List<String> with(String rule) {
    return Stream.concat(rules.stream(), Stream.of(rule)).toList();
  }

  static String limitedBy(Permission permission) {
    return permission + " within its bases";
  }

  private static <A, K, V> Map<Keyed<A, K>, V> byArguments(
      Set<Keyed<A, K>> keyed, BiFunction<Set<K>, A, Map<K, V>> lookUp) {
    Map<A, Set<K>> keysByArguments = new HashMap<>();
    for (Keyed<A, K> one : keyed) {
      keysByArguments.computeIfAbsent(one.arguments, a -> new HashSet<>()).add(one.key);
    }
    Map<Keyed<A, K>, V> answers = new HashMap<>();
    keysByArguments.forEach(
        (arguments, keys) ->
            lookUp
                .apply(keys, arguments)
                .forEach((key, answer) -> answers.put(new Keyed<>(arguments, key), answer)));
    return answers;
  }
}
