package org.boxtribute.server.security;

import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a user out of a token's claims, whose names and formats the issuer's log-in scripts set.
 *
 * <p>A permission has the form {@code [base_X[-Y...]/]resource:method}: it is granted for the bases
 * of its prefix or, without one, for those of the claim {@code base_ids}. Grants of several roles
 * add up. The methods write, create, edit and delete imply reading the same resource.
 *
 * <p>The required claims must be there. Beyond that, a claim or an entry that cannot be understood
 * grants nothing, but does not lock its holder out: the issuer serves other applications too. In
 * particular, a malformed base prefix never widens a permission to all the user's bases.
 */
record UserClaims(Map<String, @Nullable Object> claims) {

  private static final Logger LOG = LoggerFactory.getLogger(UserClaims.class);

  /** Stands before the name of each claim that is not a registered one. */
  static final String PREFIX = "https://www.boxtribute.com/";

  private static final String ROLES = "roles";
  private static final String PERMISSIONS = "permissions";
  private static final String BASE_IDS = "base_ids";
  private static final String ORGANISATION_ID = "organisation_id";
  private static final String BETA_USER = "beta_user";
  private static final String TIMEZONE = "timezone";
  private static final List<String> REQUIRED =
      List.of(ROLES, PERMISSIONS, BASE_IDS, ORGANISATION_ID);

  private static final Pattern SUBJECT = Pattern.compile("(?:auth0\\|)?([0-9]{1,10})");
  private static final Pattern PERMISSION =
      Pattern.compile(
          "(?:base_(?<bases>[0-9]{1,10}(?:-[0-9]{1,10})*+)/)?"
              + "(?<resource>[a-z_]+):(?<method>[a-z_]+)");
  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,10}");
  private static final Set<String> METHODS_THAT_IMPLY_READING =
      Set.of("write", "create", "edit", "delete");

  CurrentUser toUser() {
    requireCustomClaims();
    int userId = userId();
    int betaLevel = betaLevel();
    String timezone = custom(TIMEZONE) instanceof String zone ? zone : null;
    if (entries(ROLES).contains(CurrentUser.GOD_ROLE)) {
      return CurrentUser.god(userId, betaLevel, timezone);
    }
    return CurrentUser.member(userId, organisationId(), grants(), betaLevel, timezone);
  }

  /** A claim that is present but null counts as present: god users have no organisation. */
  private void requireCustomClaims() {
    List<String> missing =
        REQUIRED.stream().filter(name -> !claims.containsKey(PREFIX + name)).toList();
    if (!missing.isEmpty()) {
      throw AuthenticationFailed.missingClaims(missing);
    }
  }

  private int userId() {
    if (claims.get("sub") instanceof String subject) {
      Matcher matcher = SUBJECT.matcher(subject);
      if (matcher.matches()) {
        OptionalInt id = parseId(matcher.group(1));
        if (id.isPresent() && id.getAsInt() > 0) {
          return id.getAsInt();
        }
      }
    }
    throw AuthenticationFailed.invalidClaims("the subject is not a user of this application");
  }

  private int organisationId() {
    return toId(custom(ORGANISATION_ID))
        .orElseThrow(() -> AuthenticationFailed.invalidClaims("organisation_id is not a number"));
  }

  /** A level that cannot be understood opens nothing beyond the lowest. */
  private int betaLevel() {
    return toId(custom(BETA_USER)).orElse(0);
  }

  private Map<Permission, Set<Integer>> grants() {
    Map<Permission, Set<Integer>> grants = new EnumMap<>(Permission.class);
    for (Object entry : entries(PERMISSIONS)) {
      if (!(entry instanceof String text) || !addGrants(text, grants)) {
        LOG.debug("Ignoring the malformed permission {} of {}", entry, claims.get("sub"));
      }
    }
    return grants;
  }

  /** Returns false if the entry is malformed; a well-formed unknown permission adds nothing. */
  private boolean addGrants(String entry, Map<Permission, Set<Integer>> grants) {
    Matcher matcher = PERMISSION.matcher(entry);
    if (!matcher.matches()) {
      return false;
    }
    Optional<Set<Integer>> bases = basesOf(matcher.group("bases"));
    if (bases.isEmpty()) {
      return false;
    }
    String resource = matcher.group("resource");
    String method = matcher.group("method");
    addGrant(resource, method, bases.get(), grants);
    if (METHODS_THAT_IMPLY_READING.contains(method)) {
      addGrant(resource, "read", bases.get(), grants);
    }
    return true;
  }

  private void addGrant(
      String resource, String method, Set<Integer> bases, Map<Permission, Set<Integer>> grants) {
    String apiName = resource + ":" + method;
    Permission.of(apiName)
        .ifPresentOrElse(
            permission -> grants.computeIfAbsent(permission, any -> new TreeSet<>()).addAll(bases),
            () -> LOG.debug("Ignoring the unknown permission {}", apiName));
  }

  /** Empty if a number is out of range, so that the whole entry grants nothing. */
  private Optional<Set<Integer>> basesOf(@Nullable String prefix) {
    if (prefix == null) {
      return Optional.of(baseIds());
    }
    Set<Integer> bases = new LinkedHashSet<>();
    for (String number : prefix.split("-", -1)) {
      OptionalInt id = parseId(number);
      if (id.isEmpty()) {
        return Optional.empty();
      }
      bases.add(id.getAsInt());
    }
    return Optional.of(bases);
  }

  private Set<Integer> baseIds() {
    Set<Integer> ids = new LinkedHashSet<>();
    for (Object entry : entries(BASE_IDS)) {
      toId(entry).ifPresent(ids::add);
    }
    return ids;
  }

  private @Nullable Object custom(String name) {
    return claims.get(PREFIX + name);
  }

  private Collection<? extends @Nullable Object> entries(String name) {
    return custom(name) instanceof Collection<?> collection ? collection : List.of();
  }

  /** Ids come as numbers or, from some of the issuer's scripts, as strings of digits. */
  private static OptionalInt toId(@Nullable Object value) {
    return switch (value) {
      case Integer number when number >= 0 -> OptionalInt.of(number);
      case Long number when number >= 0 && number <= Integer.MAX_VALUE ->
          OptionalInt.of(number.intValue());
      case String text when DIGITS.matcher(text).matches() -> parseId(text);
      case null, default -> OptionalInt.empty();
    };
  }

  /** Parses up to ten digits; empty if they exceed the range of ids. */
  private static OptionalInt parseId(String digits) {
    long number = Long.parseLong(digits);
    return number <= Integer.MAX_VALUE ? OptionalInt.of((int) number) : OptionalInt.empty();
  }
}
