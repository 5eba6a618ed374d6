package org.boxtribute.server.security;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The user who makes a request, as told by their access token: immutable, safe to share between
 * threads, and alive no longer than the request.
 *
 * <p>Three kinds exist. A <em>member</em> belongs to an organisation and holds permissions, each
 * for certain bases. A <em>god</em> user belongs to none and may do everything. The
 * <em>anonymous</em> caller of the public API holds nothing.
 */
public final class CurrentUser {

  /** The role that makes a god user. */
  static final String GOD_ROLE = "boxtribute_god";

  private static final BaseScope.Only NO_BASES = new BaseScope.Only(Set.of());
  private static final BaseScope ALL_BASES = new BaseScope.All();
  private static final CurrentUser ANONYMOUS =
      new CurrentUser(Kind.ANONYMOUS, 0, OptionalInt.empty(), Map.of(), 0, null);

  private enum Kind {
    MEMBER,
    GOD,
    ANONYMOUS
  }

  private final Kind kind;
  private final int id;
  private final OptionalInt organisationId;
  private final Map<Permission, BaseScope.Only> granted;
  private final int betaLevel;
  private final @Nullable String timezone;

  private CurrentUser(
      Kind kind,
      int id,
      OptionalInt organisationId,
      Map<Permission, BaseScope.Only> granted,
      int betaLevel,
      @Nullable String timezone) {
    this.kind = kind;
    this.id = id;
    this.organisationId = organisationId;
    this.granted = granted;
    this.betaLevel = betaLevel;
    this.timezone = timezone;
  }

  static CurrentUser member(
      int id,
      int organisationId,
      Map<Permission, Set<Integer>> basesByPermission,
      int betaLevel,
      @Nullable String timezone) {
    Map<Permission, BaseScope.Only> granted = new EnumMap<>(Permission.class);
    basesByPermission.forEach(
        (permission, baseIds) -> granted.put(permission, new BaseScope.Only(baseIds)));
    return new CurrentUser(
        Kind.MEMBER, id, OptionalInt.of(organisationId), granted, betaLevel, timezone);
  }

  static CurrentUser god(int id, int betaLevel, @Nullable String timezone) {
    return new CurrentUser(Kind.GOD, id, OptionalInt.empty(), Map.of(), betaLevel, timezone);
  }

  /** The public API's caller, who has shown no token and holds nothing. */
  public static CurrentUser anonymous() {
    return ANONYMOUS;
  }

  /**
   * The user that the claims of a verified token describe; see {@link UserClaims} for their format.
   *
   * @throws AuthenticationFailed if a required claim is missing or the user cannot be identified
   */
  public static CurrentUser fromClaims(Map<String, @Nullable Object> claims) {
    return new UserClaims(claims).toUser();
  }

  /** The user's id in the database; 0, which no stored user has, for the anonymous caller. */
  public int id() {
    return id;
  }

  /** Whether the user administrates the whole application, across organisations. */
  public boolean isGod() {
    return kind == Kind.GOD;
  }

  /** Whether the caller has shown no token at all. */
  public boolean isAnonymous() {
    return kind == Kind.ANONYMOUS;
  }

  /** The organisation that the user belongs to; empty for god users and the anonymous caller. */
  public OptionalInt organisationId() {
    return organisationId;
  }

  /** The functionality that is open to the user, to be read through {@link BetaLevels}. */
  public int betaLevel() {
    return betaLevel;
  }

  /** The user's time zone as the token names it; null if it names none. Not validated. */
  public @Nullable String timezone() {
    return timezone;
  }

  /** Whether the user holds the permission for at least one base. */
  public boolean holds(Permission permission) {
    return isGod() || !grantedBases(permission).isEmpty();
  }

  /** Whether the user holds the permission for this base, be the resource base-agnostic or not. */
  public boolean holdsIn(Permission permission, int baseId) {
    return isGod() || grantedBases(permission).contains(baseId);
  }

  /** Whether the user holds the permission for at least one of these bases; false if none given. */
  public boolean holdsInAny(Permission permission, Collection<Integer> baseIds) {
    return isGod() || baseIds.stream().anyMatch(grantedBases(permission)::contains);
  }

  /**
   * The bases that the permission is granted for, in ascending order; empty if it is not held.
   *
   * @throws IllegalStateException for a god user, whose bases are not listed: use {@link #scope}
   */
  public Set<Integer> bases(Permission permission) {
    if (isGod()) {
      throw new IllegalStateException("A god user's bases are not listed, ask for the scope");
    }
    return grantedBases(permission);
  }

  /**
   * The bases that a list guarded by the permission is limited to.
   *
   * @throws Forbidden if the permission is not held for any base
   */
  public BaseScope scope(Permission permission) {
    require(permission);
    return isGod() ? ALL_BASES : grantedScope(permission);
  }

  /**
   * Demands the permission for at least one base.
   *
   * @throws Forbidden naming the permission
   */
  public void require(Permission permission) {
    throwIfRefused(refusal(permission));
  }

  /**
   * Demands the permission for this base.
   *
   * @throws Forbidden naming the permission if it is not held at all, and else the base
   */
  public void requireIn(Permission permission, int baseId) {
    throwIfRefused(refusalIn(permission, baseId));
  }

  /**
   * Demands the permission for at least one of these bases.
   *
   * @throws Forbidden naming the permission if it is not held at all, and else the bases, also if
   *     none are given
   */
  public void requireInAnyOf(Permission permission, Collection<Integer> baseIds) {
    throwIfRefused(refusalInAnyOf(permission, baseIds));
  }

  @Nullable Forbidden refusal(Permission permission) {
    return holds(permission) ? null : Forbidden.permission(permission);
  }

  @Nullable Forbidden refusalIn(Permission permission, int baseId) {
    if (holdsIn(permission, baseId)) {
      return null;
    }
    return isGranted(permission) ? Forbidden.base(baseId) : Forbidden.permission(permission);
  }

  @Nullable Forbidden refusalInAnyOf(Permission permission, Collection<Integer> baseIds) {
    if (holdsInAny(permission, baseIds)) {
      return null;
    }
    return isGranted(permission) ? Forbidden.bases(baseIds) : Forbidden.permission(permission);
  }

  /** True also for a permission that a token grants for an empty list of bases. */
  private boolean isGranted(Permission permission) {
    return granted.containsKey(permission);
  }

  private Set<Integer> grantedBases(Permission permission) {
    return grantedScope(permission).baseIds();
  }

  private BaseScope.Only grantedScope(Permission permission) {
    return granted.getOrDefault(permission, NO_BASES);
  }

  private static void throwIfRefused(@Nullable Forbidden refusal) {
    if (refusal != null) {
      throw refusal;
    }
  }

  /** Kind and id only: what a user may do is long, and names stay out of the logs. */
  @Override
  public String toString() {
    return kind.name().toLowerCase(Locale.ROOT) + " user " + id;
  }
}
