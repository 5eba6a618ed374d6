package org.boxtribute.server.security;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * One rule, to stand beside the field or the write that it protects: {@code
 * requires(STOCK_READ).inBase(LocationRecord::getBaseId)}. Rules are stateless, do no I/O and are
 * cheap enough to be asked once per row. God users pass every rule made here.
 *
 * <p>A rule that fits none of the factories is a lambda over the others' {@link #refusal}, for
 * instance one that looks at a box's state to decide whose bases count.
 *
 * @param <S> the row that the rule looks at
 */
@FunctionalInterface
public interface Requirement<S> {

  /** Why the user may not, or null if they may. Creating a refusal is cheap. */
  @Nullable Forbidden refusal(CurrentUser user, S source);

  /** Whether the user meets the requirement for this row. */
  default boolean allows(CurrentUser user, S source) {
    return refusal(user, source) == null;
  }

  /**
   * Demands that the user meets the requirement for this row.
   *
   * @throws Forbidden if they do not
   */
  default void check(CurrentUser user, S source) {
    Forbidden refusal = refusal(user, source);
    if (refusal != null) {
      throw refusal;
    }
  }

  /** Both requirements; if neither is met, this one's refusal is reported. */
  default <T extends S> Requirement<T> and(Requirement<? super T> other) {
    return (user, source) -> {
      Forbidden refusal = refusal(user, source);
      return refusal != null ? refusal : other.refusal(user, source);
    };
  }

  /** At least one of the requirements; if neither is met, the other's refusal is reported. */
  default <T extends S> Requirement<T> or(Requirement<? super T> other) {
    return (user, source) -> refusal(user, source) == null ? null : other.refusal(user, source);
  }

  /** Begins a rule about a permission. */
  static Requires requires(Permission permission) {
    return new Requires(permission);
  }

  /** The user is the one of that id. God users pass as well. */
  static <S> Requirement<S> self(ToIntFunction<S> userId) {
    return (user, source) -> {
      int id = userId.applyAsInt(source);
      boolean allowed = user.isGod() || (!user.isAnonymous() && user.id() == id);
      return allowed ? null : Forbidden.user(id);
    };
  }

  /** The user belongs to the organisation of that id. God users pass as well. */
  static <S> Requirement<S> ownOrganisation(ToIntFunction<S> organisationId) {
    return (user, source) -> {
      int id = organisationId.applyAsInt(source);
      boolean member = user.organisationId().isPresent() && user.organisationId().getAsInt() == id;
      return user.isGod() || member ? null : Forbidden.organisation(id);
    };
  }

  /** The user is a god user. */
  static Requirement<Object> godOnly() {
    return (user, source) -> user.isGod() ? null : Forbidden.godOnly();
  }

  /**
   * A rule about a permission that still lacks its place. In each of them a user who does not hold
   * the permission at all is told so, and one who holds it elsewhere is told the base.
   */
  record Requires(Permission permission) {

    /** The permission is held for at least one base. */
    public Requirement<Object> anywhere() {
      return (user, source) -> user.refusal(permission);
    }

    /**
     * The permission is held for the row's base. Without a base (null), a base-agnostic permission
     * counts wherever it is held, while any other is refused: nobody can hold it there.
     */
    public <S> Requirement<S> inBase(Function<S, @Nullable Integer> baseId) {
      return (user, source) -> {
        Integer base = baseId.apply(source);
        if (base != null) {
          return user.refusalIn(permission, base);
        }
        return permission.isBaseAgnostic()
            ? user.refusal(permission)
            : user.refusalInAnyOf(permission, List.of());
      };
    }

    /** The permission is held for one or more of the row's bases. Without bases it is refused. */
    public <S> Requirement<S> inAnyBaseOf(Function<S, ? extends Collection<Integer>> baseIds) {
      return (user, source) -> user.refusalInAnyOf(permission, baseIds.apply(source));
    }

    /** The permission is held for all of the row's bases. Without bases it is refused. */
    public <S> Requirement<S> inEveryBaseOf(Function<S, ? extends Collection<Integer>> baseIds) {
      return (user, source) -> {
        Collection<Integer> bases = baseIds.apply(source);
        if (bases.isEmpty()) {
          return user.refusalInAnyOf(permission, bases);
        }
        return bases.stream()
            .map(base -> user.refusalIn(permission, base))
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
      };
    }
  }
}
