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
 * <p>A rule is data as well: it prints itself ({@code "stock:read in the base"}), so that all rules
 * of the API can be listed and compared with what they are to be.
 *
 * @param <S> the row that the rule looks at
 */
public final class Requirement<S> {
  private static final Requirement<Object> NOTHING = of("open", (user, source) -> null);

  /** How a rule decides. */
  @FunctionalInterface
  public interface Decision<S> {

    /** Why the user may not, or null if they may. Creating a refusal is cheap. */
    @Nullable Forbidden refusal(CurrentUser user, S source);
  }

  /** What a rule asks of the user whatever the row is. */
  @FunctionalInterface
  private interface UserDecision {
    @Nullable Forbidden refusal(CurrentUser user);
  }

  private final String description;
  private final UserDecision userDecision;
  private final UserDecision holding;
  private final Decision<? super S> decision;

  private Requirement(
      String description,
      UserDecision userDecision,
      UserDecision holding,
      Decision<? super S> decision) {
    this.description = description;
    this.userDecision = userDecision;
    this.holding = holding;
    this.decision = decision;
  }

  /**
   * A rule that fits none of the other factories, for instance one that looks at a box's state to
   * decide whose bases count.
   *
   * @param description the rule in the words of the others: the permission's name first
   */
  public static <S> Requirement<S> of(String description, Decision<? super S> decision) {
    return new Requirement<>(description, user -> null, user -> null, decision);
  }

  /** The rule that everyone meets. */
  public static Requirement<Object> nothing() {
    return NOTHING;
  }

  /** Why the user may not, or null if they may. */
  public @Nullable Forbidden refusal(CurrentUser user, S source) {
    return decision.refusal(user, source);
  }

  /** Whether the user meets the requirement for this row. */
  public boolean allows(CurrentUser user, S source) {
    return refusal(user, source) == null;
  }

  /**
   * Demands that the user meets the requirement for this row.
   *
   * @throws Forbidden if they do not
   */
  public void check(CurrentUser user, S source) {
    Forbidden refusal = refusal(user, source);
    if (refusal != null) {
      throw refusal;
    }
  }

  /**
   * Demands what this rule asks of the user whatever the row is, before there is a row to look at.
   * A rule about the row's base asks nothing yet, so that everyone is told of a row that is
   * missing.
   *
   * @throws Forbidden if the user does not meet it
   */
  public void checkUser(CurrentUser user) {
    Forbidden refusal = userDecision.refusal(user);
    if (refusal != null) {
      throw refusal;
    }
  }

  /**
   * Demands that the user holds for some base the permissions that this rule is about, before what
   * they sent is read or looked up.
   *
   * @throws Forbidden if they do not
   */
  public void checkHeld(CurrentUser user) {
    Forbidden refusal = holding.refusal(user);
    if (refusal != null) {
      throw refusal;
    }
  }

  /** Both requirements; if neither is met, this one's refusal is reported. */
  public <T extends S> Requirement<T> and(Requirement<? super T> other) {
    return new Requirement<>(
        description + " and " + other,
        both(userDecision, other.userDecision),
        both(holding, other.holding),
        (CurrentUser user, T source) -> {
          Forbidden refusal = refusal(user, source);
          return refusal != null ? refusal : other.refusal(user, source);
        });
  }

  /** At least one of the requirements; if neither is met, the other's refusal is reported. */
  public <T extends S> Requirement<T> or(Requirement<? super T> other) {
    return new Requirement<>(
        "(" + description + " or " + other + ")",
        either(userDecision, other.userDecision),
        either(holding, other.holding),
        (CurrentUser user, T source) ->
            refusal(user, source) == null ? null : other.refusal(user, source));
  }

  private static UserDecision both(UserDecision one, UserDecision other) {
    return user -> {
      Forbidden refusal = one.refusal(user);
      return refusal != null ? refusal : other.refusal(user);
    };
  }

  private static UserDecision either(UserDecision one, UserDecision other) {
    return user -> one.refusal(user) == null ? null : other.refusal(user);
  }

  /** The rule in words. */
  @Override
  public String toString() {
    return description;
  }

  /** Begins a rule about a permission. */
  public static Requires requires(Permission permission) {
    return new Requires(permission);
  }

  /** The user is the one of that id. God users pass as well. */
  public static <S> Requirement<S> self(ToIntFunction<S> userId) {
    return of(
        "the user themselves",
        (user, source) -> {
          int id = userId.applyAsInt(source);
          boolean allowed = user.isGod() || (!user.isAnonymous() && user.id() == id);
          return allowed ? null : Forbidden.user(id);
        });
  }

  /** The user belongs to the organisation of that id. God users pass as well. */
  public static <S> Requirement<S> ownOrganisation(ToIntFunction<S> organisationId) {
    return of(
        "a member of the organisation",
        (user, source) -> {
          int id = organisationId.applyAsInt(source);
          boolean member =
              user.organisationId().isPresent() && user.organisationId().getAsInt() == id;
          return user.isGod() || member ? null : Forbidden.organisation(id);
        });
  }

  /** The user is a god user. */
  public static Requirement<Object> godOnly() {
    UserDecision god = user -> user.isGod() ? null : Forbidden.godOnly();
    return new Requirement<>("god users", god, god, (user, source) -> god.refusal(user));
  }

  /**
   * A rule about a permission that still lacks its place. In each of them a user who does not hold
   * the permission at all is told so, and one who holds it elsewhere is told the base.
   */
  public record Requires(Permission permission) {

    /** The permission is held for at least one base. */
    public Requirement<Object> anywhere() {
      UserDecision held = user -> user.refusal(permission);
      return new Requirement<>(
          permission + " anywhere", held, held, (user, source) -> held.refusal(user));
    }

    /**
     * The permission is held for the row's base. Without a base (null), a base-agnostic permission
     * counts wherever it is held, while any other is refused: nobody can hold it there.
     */
    public <S> Requirement<S> inBase(Function<S, @Nullable Integer> baseId) {
      return inPlace(
          permission + " in the base",
          (user, source) -> {
            Integer base = baseId.apply(source);
            if (base != null) {
              return user.refusalIn(permission, base);
            }
            return permission.isBaseAgnostic()
                ? user.refusal(permission)
                : user.refusalInAnyOf(permission, List.of());
          });
    }

    /** The permission is held for one or more of the row's bases. Without bases it is refused. */
    public <S> Requirement<S> inAnyBaseOf(Function<S, ? extends Collection<Integer>> baseIds) {
      return inPlace(
          permission + " in one of the bases",
          (user, source) -> user.refusalInAnyOf(permission, baseIds.apply(source)));
    }

    /** The permission is held for all of the row's bases. Without bases it is refused. */
    public <S> Requirement<S> inEveryBaseOf(Function<S, ? extends Collection<Integer>> baseIds) {
      return inPlace(
          permission + " in all of the bases",
          (user, source) -> {
            Collection<Integer> bases = baseIds.apply(source);
            if (bases.isEmpty()) {
              return user.refusalInAnyOf(permission, bases);
            }
            return bases.stream()
                .map(base -> user.refusalIn(permission, base))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
          });
    }

    private <S> Requirement<S> inPlace(String description, Decision<? super S> decision) {
      return new Requirement<>(
          description, user -> null, user -> user.refusal(permission), decision);
    }
  }
}
