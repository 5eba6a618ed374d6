package org.boxtribute.server.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.boxtribute.server.demo.DemoUsers.DemoUser;
import org.boxtribute.server.security.AuthenticationFailed;
import org.boxtribute.server.security.Authenticator;
import org.boxtribute.server.security.BetaLevels;
import org.boxtribute.server.security.CurrentUser;
import org.boxtribute.server.security.Permission;
import org.boxtribute.server.security.SigningKeys;
import org.boxtribute.server.security.TokenVerifier;
import org.junit.jupiter.api.Test;

/** The demo's tokens, as the server sees them. */
class LocalTokenIssuerTests {

  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final LocalTokenIssuer ISSUER = newIssuer();

  private static LocalTokenIssuer newIssuer() {
    return new LocalTokenIssuer("demo.example.org", "demo", Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private static CurrentUser signIn(LocalTokenIssuer issuer, String token, Duration later) {
    SigningKeys keys = SigningKeys.ofPem(issuer.publicKeyPem());
    Clock clock = Clock.fixed(NOW.plus(later), ZoneOffset.UTC);
    return new Authenticator(new TokenVerifier(issuer.configuration(), keys, clock))
        .authenticate("Bearer " + token);
  }

  private static CurrentUser signIn(String userName) {
    Map<String, Object> body = ISSUER.exchange(userName, DemoUsers.PASSWORD).body();
    return signIn(ISSUER, String.valueOf(body.get("access_token")), Duration.ZERO);
  }

  @Test
  void every_demo_user_gets_a_token_that_the_server_accepts() {
    for (DemoUser demoUser : DemoUsers.all()) {
      LocalTokenIssuer.Answer answer = ISSUER.exchange(demoUser.userName(), demoUser.password());
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.body())
          .containsOnlyKeys("access_token", "expires_in", "token_type")
          .containsEntry("expires_in", 86_400L)
          .containsEntry("token_type", "Bearer");

      CurrentUser user = signIn(demoUser.userName());

      assertThat(user.id()).isEqualTo(demoUser.userId());
      assertThat(user.isGod()).isEqualTo(demoUser.organisationId() == null);
      assertThat(user.holds(Permission.BASE_READ)).isTrue();
      assertThat(BetaLevels.allows(user, List.of("createDistributionSpot"))).isTrue();
    }
  }

  @Test
  void every_demo_user_is_a_user_of_their_own() {
    assertThat(DemoUsers.all()).extracting(DemoUser::userName).doesNotHaveDuplicates();
    assertThat(DemoUsers.all()).extracting(DemoUser::userId).doesNotHaveDuplicates();
  }

  @Test
  void every_permission_of_a_demo_user_means_something() {
    for (DemoUser user : DemoUsers.all()) {
      assertThat(user.permissions())
          .allSatisfy(
              permission ->
                  assertThat(Permission.of(permission.substring(permission.indexOf('/') + 1)))
                      .as(permission)
                      .isPresent());
    }
  }

  @Test
  void a_coordinator_has_all_rights_in_their_bases_only() {
    CurrentUser user = signIn("coordinator@juniper.example.org");

    assertThat(user.organisationId()).isEqualTo(OptionalInt.of(2));
    for (Permission permission : Permission.values()) {
      assertThat(user.bases(permission)).as("%s", permission).containsExactly(3, 4);
    }
  }

  @Test
  void a_head_of_operations_has_all_rights_in_the_whole_organisation() {
    assertThat(signIn("head@lantern.example.org").bases(Permission.STOCK_WRITE))
        .containsExactly(1, 2);
  }

  @Test
  void a_warehouse_volunteer_handles_boxes_but_sees_no_beneficiaries() {
    CurrentUser user = signIn("volunteer@lantern.example.org");

    assertThat(user.bases(Permission.STOCK_WRITE)).containsExactly(1);
    assertThat(user.bases(Permission.STOCK_READ)).containsExactly(1);
    assertThat(user.holds(Permission.BENEFICIARY_READ)).isFalse();
    assertThat(user.holds(Permission.PRODUCT_WRITE)).isFalse();
  }

  @Test
  void wrong_credentials_are_refused_alike() {
    LocalTokenIssuer.Answer wrongPassword = ISSUER.exchange("god@example.org", "guess");

    assertThat(wrongPassword.status()).isEqualTo(400);
    assertThat(wrongPassword.body())
        .containsOnlyKeys("error", "error_description")
        .containsEntry("error", "invalid_grant");
    assertThat(ISSUER.exchange("nobody@example.org", DemoUsers.PASSWORD)).isEqualTo(wrongPassword);
    assertThat(ISSUER.exchange("god@example.org", "")).isEqualTo(wrongPassword);
  }

  @Test
  void missing_credentials_are_an_invalid_request() {
    assertThat(ISSUER.exchange(null, DemoUsers.PASSWORD).body())
        .containsEntry("error", "invalid_request");
    assertThat(ISSUER.exchange("god@example.org", null).status()).isEqualTo(400);
  }

  @Test
  void a_token_lasts_a_day() {
    String token = ISSUER.issue(DemoUsers.all().getFirst());

    assertThat(signIn(ISSUER, token, Duration.ofHours(24).minusSeconds(1)).isGod()).isTrue();
    assertThatThrownBy(() -> signIn(ISSUER, token, Duration.ofHours(24)))
        .isInstanceOf(AuthenticationFailed.class);
  }

  @Test
  void a_token_does_not_survive_a_restart() {
    String token = ISSUER.issue(DemoUsers.all().getFirst());

    assertThatThrownBy(() -> signIn(newIssuer(), token, Duration.ZERO))
        .isInstanceOf(AuthenticationFailed.class);
  }
}
