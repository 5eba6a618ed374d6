package org.boxtribute.server.demo;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
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

  private static final Map<Integer, String> NAMES_OF_BASES =
      Map.of(
          1, "Lighthouse",
          2, "Riverside",
          3, "Hillside",
          4, "Lakeside",
          5, "Orchard",
          7, "Seaview");

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
          god(1, "Gita Allsight", "god@example.org"),
          headOfOperations(2, "Hedda Lantern", "head@lantern.example.org", 1, 1, 2),
          coordinator(3, "Coro Lantern", "coordinator@lantern.example.org", 1, 1),
          warehouseVolunteer(4, "Volo Lantern", "volunteer@lantern.example.org", 1, 1),
          member(
              5,
              "Shoppa Lantern",
              "volunteer in the free shop",
              "freeshop@lantern.example.org",
              1,
              List.of(1),
              "free_shop_volunteer",
              FREE_SHOP),
          coordinator(6, "Rivo Lantern", "riverside@lantern.example.org", 1, 2),
          member(
              13,
              "Labela Lantern",
              "label printer",
              "labels@lantern.example.org",
              1,
              List.of(1),
              "label_creation",
              LABELS),
          headOfOperations(14, "Hedda Juniper", "head@juniper.example.org", 2, 3, 4),
          coordinator(7, "Coro Juniper", "coordinator@juniper.example.org", 2, 3, 4),
          warehouseVolunteer(8, "Volo Juniper", "volunteer@juniper.example.org", 2, 3),
          headOfOperations(15, "Hedda Pebble", "head@pebble.example.org", 3, 5, 7),
          coordinator(9, "Coro Pebble", "coordinator@pebble.example.org", 3, 5, 7),
          warehouseVolunteer(10, "Volo Pebble", "volunteer@pebble.example.org", 3, 5));

  /**
   * Someone who can sign in, with the claims of their tokens.
   *
   * @param userName the e-mail address, which is also what they sign in with
   * @param name as the demo data have it
   * @param duty what they do, in words that go on after the name
   * @param userId the id in {@code cms_users}
   * @param organisationId null for god users
   * @param permissions as in tokens, with the prefix of the bases they are granted for; those
   *     without one are granted for all of {@code baseIds}
   */
  public record DemoUser(
      String userName,
      String password,
      String name,
      String duty,
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

  /** The user in whose name the demo shows what it can do. */
  public static DemoUser guide() {
    return find("coordinator@lantern.example.org").orElseThrow();
  }

  private static DemoUser god(int userId, String name, String userName) {
    return new DemoUser(
        userName,
        PASSWORD,
        name,
        "sees everything everywhere",
        userId,
        null,
        List.of(),
        List.of(GOD),
        List.of(),
        ALL_FUNCTIONALITY);
  }

  /** Heads of operations are granted everything for all bases of their organisation. */
  private static DemoUser headOfOperations(
      int userId, String name, String userName, int organisationId, Integer... baseIds) {
    return new DemoUser(
        userName,
        PASSWORD,
        name,
        "head of operations of " + basesInWords(List.of(baseIds)),
        userId,
        organisationId,
        List.of(baseIds),
        List.of(HEAD_OF_OPERATIONS),
        EVERYTHING,
        ALL_FUNCTIONALITY);
  }

  private static DemoUser coordinator(
      int userId, String name, String userName, int organisationId, Integer... baseIds) {
    return member(
        userId,
        name,
        "coordinator",
        userName,
        organisationId,
        List.of(baseIds),
        "coordinator",
        EVERYTHING);
  }

  private static DemoUser warehouseVolunteer(
      int userId, String name, String userName, int organisationId, Integer... baseIds) {
    return member(
        userId,
        name,
        "volunteer in the warehouse",
        userName,
        organisationId,
        List.of(baseIds),
        "warehouse_volunteer",
        WAREHOUSE);
  }

  private static DemoUser member(
      int userId,
      String name,
      String duty,
      String userName,
      int organisationId,
      List<Integer> baseIds,
      String role,
      List<String> permissions) {
    String prefix =
        baseIds.stream().map(String::valueOf).collect(Collectors.joining("-", "base_", "/"));
    return new DemoUser(
        userName,
        PASSWORD,
        name,
        duty + " of " + basesInWords(baseIds),
        userId,
        organisationId,
        baseIds,
        baseIds.stream().map(base -> "base_" + base + "_" + role).toList(),
        permissions.stream().map(permission -> prefix + permission).toList(),
        ALL_FUNCTIONALITY);
  }

  private static String basesInWords(List<Integer> baseIds) {
    return baseIds.stream().map(NAMES_OF_BASES::get).collect(Collectors.joining(" and "));
  }

  private static List<String> withAnyDuty(String... permissions) {
    return Stream.concat(ANY_DUTY.stream(), Arrays.stream(permissions)).toList();
  }
}
