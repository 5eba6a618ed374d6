package org.boxtribute.server.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.boxtribute.server.security.AuthenticationFailed.Code;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which user the claims of a token describe. */
class UserClaimsTests {

  private static CurrentUser userWith(String claim, @Nullable Object value) {
    return CurrentUser.fromClaims(TestTokens.claimsWith(UserClaims.PREFIX + claim, value));
  }

  private static CurrentUser userWithPermissions(List<?> baseIds, @Nullable Object... permissions) {
    Map<String, @Nullable Object> claims = TestTokens.claims();
    claims.put(UserClaims.PREFIX + "base_ids", baseIds);
    claims.put(UserClaims.PREFIX + "permissions", Arrays.asList(permissions));
    return CurrentUser.fromClaims(claims);
  }

  private static AuthenticationFailed refusal(Map<String, @Nullable Object> claims) {
    AuthenticationFailed failure =
        catchThrowableOfType(AuthenticationFailed.class, () -> CurrentUser.fromClaims(claims));
    assertThat(failure).as("refusal").isNotNull();
    return failure;
  }

  @Test
  void a_prefixed_permission_is_granted_for_the_bases_of_its_prefix() {
    CurrentUser user =
        userWithPermissions(List.of(7), "base_1/product:read", "base_2-3/stock:read");

    assertThat(user.bases(Permission.PRODUCT_READ)).containsExactly(1);
    assertThat(user.bases(Permission.STOCK_READ)).containsExactly(2, 3);
    assertThat(user.holds(Permission.LOCATION_READ)).isFalse();
  }

  @Test
  void an_unprefixed_permission_is_granted_for_the_users_bases() {
    CurrentUser user = userWithPermissions(List.of(4, "2"), "product:read");

    assertThat(user.bases(Permission.PRODUCT_READ)).containsExactly(2, 4);
  }

  @Test
  void grants_of_several_roles_add_up() {
    CurrentUser user =
        userWithPermissions(List.of(2), "base_1/stock:write", "stock:write", "base_1-5/stock:read");

    assertThat(user.bases(Permission.STOCK_WRITE)).containsExactly(1, 2);
    assertThat(user.bases(Permission.STOCK_READ)).containsExactly(1, 2, 5);
  }

  @ParameterizedTest
  @CsvSource({
    "stock:write, STOCK_READ",
    "beneficiary:create, BENEFICIARY_READ",
    "beneficiary:edit, BENEFICIARY_READ",
    "beneficiary:delete, BENEFICIARY_READ",
    "shipment_detail:write, SHIPMENT_DETAIL_READ",
    "stock:delete, STOCK_READ",
    "transaction:write, TRANSACTION_READ"
  })
  void changing_a_resource_implies_reading_it(String granted, Permission implied) {
    assertThat(userWithPermissions(List.of(), "base_3/" + granted).bases(implied))
        .containsExactly(3);
  }

  @Test
  void assigning_and_reading_imply_nothing() {
    CurrentUser user =
        userWithPermissions(List.of(1), "tag_relation:assign", "stock:read", "tag:rewrite");

    assertThat(user.holds(Permission.TAG_RELATION_READ)).isFalse();
    assertThat(user.holds(Permission.STOCK_WRITE)).isFalse();
    assertThat(user.holds(Permission.TAG_READ)).isFalse();
  }

  @Test
  void unknown_permissions_are_ignored() {
    CurrentUser user =
        userWithPermissions(List.of(1), "rocket:launch", "base_1/rocket:write", "stock:read");

    assertThat(user.bases(Permission.STOCK_READ)).containsExactly(1);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "stock",
        ":",
        "stock:",
        ":write",
        "/stock:write",
        "base_/stock:write",
        "base_1-/stock:write",
        "base_-1/stock:write",
        "base_1--2/stock:write",
        "base_x/stock:write",
        "base_1,2/stock:write",
        "base_1/2/stock:write",
        "xxxx_1/stock:write",
        "BASE_1/stock:write",
        "base_1/base_2/stock:write",
        "base_1/stock:write:read",
        " stock:write",
        "stock:write\n",
        "base_1 /stock:write",
        "base_99999999999/stock:write",
        "base_1-9999999999/stock:write",
        "base_*/stock:write",
        "STOCK:WRITE",
        "stock:*",
        "*:*",
        "base_\u0661/stock:write"
      })
  void a_malformed_permission_grants_nothing_anywhere(@Nullable String permission) {
    CurrentUser user = userWithPermissions(List.of(1, 2), permission, 5, "base_3/location:read");

    assertThat(user.holds(Permission.STOCK_WRITE)).isFalse();
    assertThat(user.holds(Permission.STOCK_READ)).isFalse();
    assertThat(user.bases(Permission.LOCATION_READ)).containsExactly(3);
  }

  @Test
  void base_ids_that_are_no_ids_are_left_out() {
    List<?> baseIds = Arrays.asList(1, "2", "x", null, -3, 4.5, true, 5L, 1L << 40, "6 ");

    assertThat(userWithPermissions(baseIds, "stock:read").bases(Permission.STOCK_READ))
        .containsExactly(1, 2, 5);
  }

  @Test
  void a_permission_for_no_bases_is_not_held() {
    CurrentUser user = userWithPermissions(List.of(), "stock:read");

    assertThat(user.holds(Permission.STOCK_READ)).isFalse();
    assertThat(user.bases(Permission.STOCK_READ)).isEmpty();
  }

  @Test
  void a_long_prefix_is_read_in_no_time() {
    String prefix = "base_" + "1-".repeat(50_000);

    assertThat(
            userWithPermissions(List.of(1), prefix + "/stock:write").holds(Permission.STOCK_WRITE))
        .isFalse();
    assertThat(
            userWithPermissions(List.of(1), prefix + "2/stock:write").bases(Permission.STOCK_WRITE))
        .containsExactly(1, 2);
  }

  @Test
  void lists_of_another_shape_grant_nothing() {
    for (Object shape : Arrays.asList(null, "boxtribute_god", 1, Map.of("boxtribute_god", 1))) {
      assertThat(userWith("roles", shape).isGod()).isFalse();
      assertThat(userWith("permissions", shape).holds(Permission.STOCK_READ)).isFalse();
      assertThat(userWith("base_ids", shape).bases(Permission.STOCK_READ)).containsExactly(1);
    }
  }

  @Test
  void only_the_exact_role_makes_a_god() {
    assertThat(userWith("roles", List.of("base_1_coordinator", "boxtribute_god")).isGod()).isTrue();
    for (String role :
        List.of("Boxtribute_God", "boxtribute_god ", "base_1_boxtribute_god", "god", "")) {
      assertThat(userWith("roles", List.of(role)).isGod()).as(role).isFalse();
    }
  }

  @Test
  void a_god_has_an_id_but_no_organisation() {
    Map<String, @Nullable Object> claims =
        TestTokens.claimsWith(UserClaims.PREFIX + "roles", List.of("boxtribute_god"));
    claims.put(UserClaims.PREFIX + "organisation_id", null);
    claims.put(UserClaims.PREFIX + "permissions", null);
    claims.put(UserClaims.PREFIX + "base_ids", null);

    CurrentUser god = CurrentUser.fromClaims(claims);

    assertThat(god.id()).isEqualTo(8);
    assertThat(god.organisationId()).isEmpty();
    assertThat(userWith("roles", List.of("boxtribute_god")).organisationId()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"roles", "permissions", "base_ids", "organisation_id"})
  void each_required_claim_is_missed_by_its_name(String claim) {
    for (List<String> roles : List.of(List.of("base_1_coordinator"), List.of("boxtribute_god"))) {
      Map<String, @Nullable Object> claims =
          TestTokens.claimsWith(UserClaims.PREFIX + "roles", roles);
      claims.remove(UserClaims.PREFIX + claim);

      AuthenticationFailed refusal = refusal(claims);

      assertThat(refusal.code()).isEqualTo(Code.MISSING_CLAIMS);
      assertThat(refusal.description()).endsWith(": " + claim);
    }
  }

  @Test
  void claims_without_their_prefix_do_not_count() {
    Map<String, @Nullable Object> claims = new HashMap<>();
    TestTokens.claims()
        .forEach((name, value) -> claims.put(name.replace(UserClaims.PREFIX, ""), value));

    assertThat(refusal(claims).description())
        .endsWith("roles, permissions, base_ids, organisation_id");
  }

  @ParameterizedTest
  @CsvSource({"auth0|8, 8", "8, 8", "auth0|2147483647, 2147483647", "auth0|008, 8"})
  void the_subject_names_the_user(String subject, int id) {
    assertThat(CurrentUser.fromClaims(TestTokens.claimsWith("sub", subject)).id()).isEqualTo(id);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "auth0|",
        "auth0|x",
        "auth0|8x",
        "auth0|-8",
        "auth0|0",
        "auth0| 8",
        "auth0|auth0|8",
        "google-oauth2|8",
        "8@clients",
        "auth0|2147483648",
        "auth0|99999999999",
        "auth0|8\n",
        "auth0|\u0668"
      })
  void another_subject_is_refused(@Nullable String subject) {
    assertThat(refusal(TestTokens.claimsWith("sub", subject)).code())
        .isEqualTo(Code.INVALID_CLAIMS);
  }

  @Test
  void a_subject_that_is_no_string_or_missing_is_refused() {
    assertThat(refusal(TestTokens.claimsWith("sub", 8)).code()).isEqualTo(Code.INVALID_CLAIMS);
    assertThat(refusal(TestTokens.claimsWithout("sub")).code()).isEqualTo(Code.INVALID_CLAIMS);
  }

  @Test
  void the_organisation_may_be_a_number_or_digits() {
    assertThat(userWith("organisation_id", "12").organisationId()).hasValue(12);
    assertThat(userWith("organisation_id", 12L).organisationId()).hasValue(12);
  }

  @Test
  void a_member_without_a_valid_organisation_is_refused() {
    for (Object value : Arrays.asList(null, "x", "", -1, List.of(1), true)) {
      Map<String, @Nullable Object> claims =
          TestTokens.claimsWith(UserClaims.PREFIX + "organisation_id", value);
      assertThat(refusal(claims).code()).as("%s", value).isEqualTo(Code.INVALID_CLAIMS);
    }
  }

  @Test
  void the_beta_level_may_be_a_number_or_digits_and_is_zero_otherwise() {
    assertThat(userWith("beta_user", 4).betaLevel()).isEqualTo(4);
    assertThat(userWith("beta_user", "4").betaLevel()).isEqualTo(4);
    for (Object value : Arrays.asList(null, "", "all", -1, List.of(99))) {
      assertThat(userWith("beta_user", value).betaLevel()).as("%s", value).isZero();
    }
    assertThat(CurrentUser.fromClaims(TestTokens.claims()).betaLevel()).isZero();
  }

  @Test
  void the_time_zone_is_optional() {
    assertThat(userWith("timezone", "Europe/Berlin").timezone()).isEqualTo("Europe/Berlin");
    assertThat(userWith("timezone", 1).timezone()).isNull();
    assertThat(CurrentUser.fromClaims(TestTokens.claims()).timezone()).isNull();
  }
}
