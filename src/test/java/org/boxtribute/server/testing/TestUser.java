package org.boxtribute.server.testing;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.boxtribute.server.demo.DemoUsers;
import org.boxtribute.server.security.Permission;
import org.jspecify.annotations.Nullable;

/**
 * Who makes a test's requests. The defaults may do nothing; {@link #with} grants.
 *
 * @param permissions as tokens hold them, for example {@code base_1-2/stock:write}
 * @param timezone null for a token without one
 */
public record TestUser(
    int id,
    int organisation,
    List<String> roles,
    List<String> permissions,
    List<Integer> bases,
    int betaLevel,
    @Nullable String timezone) {

  private static final int ALL_FEATURES = 99;

  /** A user who may do everything everywhere. */
  public static TestUser god() {
    return new TestUser(1, 0, List.of("boxtribute_god"), List.of(), List.of(), ALL_FEATURES, null);
  }

  /** A user of an organisation who holds all permissions for some of its bases. */
  public static TestUser coordinator(int id, int organisation, Integer... bases) {
    return new TestUser(
        id,
        organisation,
        List.of("coordinator"),
        Arrays.stream(Permission.values()).map(Permission::apiName).toList(),
        List.of(bases),
        ALL_FEATURES,
        null);
  }

  /** The coordinator of base 1, of organisation 1: user 3 of the demo data. */
  public static TestUser coordinator() {
    return coordinator(3, 1, 1);
  }

  /** A user of the demo, with what their duty allows them. */
  public static TestUser demo(String userName) {
    DemoUsers.DemoUser user = DemoUsers.find(userName).orElseThrow();
    return new TestUser(
        user.userId(),
        Objects.requireNonNull(user.organisationId()),
        user.roles(),
        user.permissions(),
        user.baseIds(),
        user.betaLevel(),
        null);
  }

  /** A user of base 1, of organisation 1, with the given permissions and no others. */
  public static TestUser with(String... permissions) {
    return new TestUser(
        3, 1, List.of("volunteer"), List.of(permissions), List.of(1), ALL_FEATURES, null);
  }

  /**
   * This user without permissions, and without those that imply them, as writing implies reading;
   * for users whose permissions carry no base.
   */
  public TestUser without(Permission... missing) {
    return new TestUser(
        id,
        organisation,
        roles,
        permissions.stream()
            .filter(held -> Arrays.stream(missing).noneMatch(other -> grants(held, other)))
            .toList(),
        bases,
        betaLevel,
        timezone);
  }

  private static boolean grants(String held, Permission permission) {
    String name = permission.apiName();
    boolean impliesIt =
        name.endsWith(":read")
            && held.startsWith(name.substring(0, name.indexOf(':') + 1))
            && !held.endsWith(":assign");
    return impliesIt || held.equals(name);
  }

  /** This user with another permission, as tokens hold it. */
  public TestUser and(String permission) {
    return new TestUser(
        id,
        organisation,
        roles,
        Stream.concat(permissions.stream(), Stream.of(permission)).toList(),
        bases,
        betaLevel,
        timezone);
  }

  /** This user, of an organisation. */
  public TestUser of(int newOrganisation) {
    return new TestUser(id, newOrganisation, roles, permissions, bases, betaLevel, timezone);
  }

  /** This user, for other bases. */
  public TestUser in(Integer... newBases) {
    return new TestUser(
        id, organisation, roles, permissions, List.of(newBases), betaLevel, timezone);
  }

  /** This user, with a beta level. */
  public TestUser atBetaLevel(int newBetaLevel) {
    return new TestUser(id, organisation, roles, permissions, bases, newBetaLevel, timezone);
  }

  /** This user, whose days are those of a time zone. */
  public TestUser inZone(String zone) {
    return new TestUser(id, organisation, roles, permissions, bases, betaLevel, zone);
  }
}
