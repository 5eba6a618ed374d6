package org.boxtribute.server.demo;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.boxtribute.server.security.Permission;
import org.jspecify.annotations.Nullable;

/**
 * The users who can sign in to the demo: those of the demo data's {@code cms_users} who are active,
 * with what their duty allows them to do. To change what a duty allows, edit its list here.
 */
public final class DemoUsers {

  /** The password of all of them; the README says it too. It protects nothing. */
  public static final String PASSWORD = "boxtribute-demo";

  private static final int ALL_FUNCTIONALITY = 99;
  private static final String GOD = "boxtribute_god";
  private static final String HEAD_OF_OPERATIONS = "administrator";

  private static final List<String> EVERYTHING =
      Arrays.stream(Permission.values()).map(Permission::apiName).toList();

  private static final List<String> ANY_DUTY =
      List.of(
          "base:read",
          "organisation:read",
          "product:read",
          "product_category:read",
          "size:read",
          "size_range:read",
          "tag:read",
          "tag_relation:read",
          "unit:read",
          "user:read");

  private static final List<String> WAREHOUSE =
      withAnyDuty(
          "distro_event:read",
          "history:read",
          "location:read",
          "qr:create",
          "qr:read",
          "shipment:read",
          "shipment_detail:read",
          "standard_product:read",
          "stock:write",
          "tag_relation:assign",
          "transfer_agreement:read",
          "transfer_agreement_detail:read");

  private static final List<String> FREE_SHOP =
      withAnyDuty(
          "beneficiary:create",
          "beneficiary:edit",
          "beneficiary_language:assign",
          "tag_relation:assign",
          "transaction:read");

  private static final List<String> LABELS = List.of("base:read", "qr:create", "qr:read");

  private static final List<DemoUser> ALL =
      List.of(
          god(1, "god@example.org"),
          headOfOperations(2, "head@lantern.example.org", 1, List.of(1, 2)),
          member(3, "coordinator@lantern.example.org", 1, List.of(1), "coordinator", EVERYTHING),
          member(
              4, "volunteer@lantern.example.org", 1, List.of(1), "warehouse_volunteer", WAREHOUSE),
          member(
              5, "freeshop@lantern.example.org", 1, List.of(1), "free_shop_volunteer", FREE_SHOP),
          member(6, "riverside@lantern.example.org", 1, List.of(2), "coordinator", EVERYTHING),
          member(13, "labels@lantern.example.org", 1, List.of(1), "label_creation", LABELS),
          headOfOperations(14, "head@juniper.example.org", 2, List.of(3, 4)),
          member(7, "coordinator@juniper.example.org", 2, List.of(3, 4), "coordinator", EVERYTHING),
          member(
              8, "volunteer@juniper.example.org", 2, List.of(3), "warehouse_volunteer", WAREHOUSE),
          headOfOperations(15, "head@pebble.example.org", 3, List.of(5, 7)),
          member(9, "coordinator@pebble.example.org", 3, List.of(5, 7), "coordinator", EVERYTHING),
          member(
              10, "volunteer@pebble.example.org", 3, List.of(5), "warehouse_volunteer", WAREHOUSE));

  /**
   * Someone who can sign in, with the claims of their tokens.
   *
   * @param userName the e-mail address, which is also what they sign in with
   * @param userId the id in {@code cms_users}
   * @param organisationId null for god users
   * @param permissions as in tokens, with the prefix of the bases they are granted for; those
   *     without one are granted for all of {@code baseIds}
   */
  public record DemoUser(
      String userName,
      String password,
      int userId,
      @Nullable Integer organisationId,
      List<Integer> baseIds,
      List<String> roles,
      List<String> permissions,
      int betaLevel) {}

  private DemoUsers() {}

  /** All of them, in the order in which to present them. */
  public static List<DemoUser> all() {
    return ALL;
  }

  /** The user of that name; empty if there is none. */
  public static Optional<DemoUser> find(String userName) {
    return ALL.stream().filter(user -> user.userName().equals(userName)).findFirst();
  }

  private static DemoUser god(int userId, String userName) {
    return new DemoUser(
        userName, PASSWORD, userId, null, List.of(), List.of(GOD), List.of(), ALL_FUNCTIONALITY);
  }

  /** Heads of operations are granted everything for all bases of their organisation. */
  private static DemoUser headOfOperations(
      int userId, String userName, int organisationId, List<Integer> baseIds) {
    return new DemoUser(
        userName,
        PASSWORD,
        userId,
        organisationId,
        baseIds,
        List.of(HEAD_OF_OPERATIONS),
        EVERYTHING,
        ALL_FUNCTIONALITY);
  }

  private static DemoUser member(
      int userId,
      String userName,
      int organisationId,
      List<Integer> baseIds,
      String duty,
      List<String> permissions) {
    String prefix =
        baseIds.stream().map(String::valueOf).collect(Collectors.joining("-", "base_", "/"));
    return new DemoUser(
        userName,
        PASSWORD,
        userId,
        organisationId,
        baseIds,
        baseIds.stream().map(base -> "base_" + base + "_" + duty).toList(),
        permissions.stream().map(permission -> prefix + permission).toList(),
        ALL_FUNCTIONALITY);
  }

  private static List<String> withAnyDuty(String... permissions) {
    return Stream.concat(ANY_DUTY.stream(), Arrays.stream(permissions)).toList();
  }
}
