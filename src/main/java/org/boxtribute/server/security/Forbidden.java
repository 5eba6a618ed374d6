package org.boxtribute.server.security;

import java.util.Collection;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The current user may not do or see something. It is an answer rather than an accident, so it
 * carries no stack trace; the API reports it with the code {@code FORBIDDEN}, or as {@code
 * InsufficientPermissionError} ({@link #missingPermission()}) or {@code UnauthorizedForBaseError}
 * ({@link #base()}) where the schema has these.
 */
public final class Forbidden extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String subject;
  private final @Nullable Permission missingPermission;
  private final @Nullable Integer base;

  private Forbidden(
      String subject, @Nullable Permission missingPermission, @Nullable Integer base) {
    super(null, null, false, false);
    this.subject = subject;
    this.missingPermission = missingPermission;
    this.base = base;
  }

  /** The user does not hold the permission at all. */
  public static Forbidden permission(Permission permission) {
    return new Forbidden(permission.apiName(), permission, null);
  }

  /** The user holds the permission, but not for this base. */
  public static Forbidden base(int baseId) {
    return new Forbidden("base=" + baseId, null, baseId);
  }

  /** The user holds the permission, but for none of these bases; there may be none. */
  public static Forbidden bases(Collection<Integer> baseIds) {
    return new Forbidden("bases=" + baseIds, null, null);
  }

  /** Only this user themself may. */
  public static Forbidden user(int userId) {
    return new Forbidden("user=" + userId, null, null);
  }

  /** Only members of this organisation may. */
  public static Forbidden organisation(int organisationId) {
    return new Forbidden("organisation=" + organisationId, null, null);
  }

  /** Only god users may. */
  public static Forbidden godOnly() {
    return new Forbidden("role=" + CurrentUser.GOD_ROLE, null, null);
  }

  /** The permission whose complete absence is the reason; empty if the reason is another. */
  public Optional<Permission> missingPermission() {
    return Optional.ofNullable(missingPermission);
  }

  /** The one base that the user's permission does not extend to; empty if the reason is another. */
  public OptionalInt base() {
    return base == null ? OptionalInt.empty() : OptionalInt.of(base);
  }

  /** The refusal in words, naming the permission or the ids it is about. */
  public String description() {
    return "Access denied: '" + subject + "' is not among the rights of this user";
  }

  @Override
  public String getMessage() {
    return description();
  }
}
