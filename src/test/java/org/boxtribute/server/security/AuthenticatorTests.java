package org.boxtribute.server.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.boxtribute.server.security.AuthenticationFailed.Code;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets in with an Authorization header, and with which code the others are turned away. */
class AuthenticatorTests {

  private static final long NOW = TestTokens.NOW.getEpochSecond();

  private final Authenticator authenticator = authenticator(TestTokens.NOW);

  private static Authenticator authenticator(Instant now) {
    Auth0Configuration configuration =
        new Auth0Configuration(
            TestTokens.DOMAIN, TestTokens.AUDIENCE, TestTokens.pem(TestTokens.ISSUER));
    return new Authenticator(
        new TokenVerifier(
            configuration,
            SigningKeys.ofPem(TestTokens.pem(TestTokens.ISSUER)),
            Clock.fixed(now, ZoneOffset.UTC)));
  }

  private AuthenticationFailed refusalOfHeader(@Nullable String header) {
    return refusal(authenticator, header);
  }

  private AuthenticationFailed refusalOfToken(String token) {
    return refusalOfHeader("Bearer " + token);
  }

  private AuthenticationFailed refusalOfClaims(Map<String, @Nullable Object> claims) {
    return refusalOfToken(TestTokens.signed(claims));
  }

  private static AuthenticationFailed refusal(
      Authenticator authenticator, @Nullable String header) {
    AuthenticationFailed failure =
        catchThrowableOfType(AuthenticationFailed.class, () -> authenticator.authenticate(header));
    assertThat(failure).as("refusal").isNotNull();
    return failure;
  }

  @Test
  void a_valid_token_tells_who_asks() {
    CurrentUser user =
        authenticator.authenticate("Bearer " + TestTokens.signed(TestTokens.claims()));

    assertThat(user.id()).isEqualTo(8);
    assertThat(user.organisationId()).hasValue(10);
    assertThat(user.bases(Permission.STOCK_WRITE)).containsExactly(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer %s", "bearer %s", "BEARER   %s", "  Bearer\t%s  "})
  void the_scheme_is_read_in_any_case_and_with_any_blanks(String header) {
    String token = TestTokens.signed(TestTokens.claims());

    assertThat(authenticator.authenticate(header.formatted(token)).id()).isEqualTo(8);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "   ", "\t"})
  void without_a_header_the_header_is_missing(@Nullable String header) {
    AuthenticationFailed refusal = refusalOfHeader(header);

    assertThat(refusal.code()).isEqualTo(Code.AUTHORIZATION_HEADER_MISSING);
    assertThat(refusal.code().apiName()).isEqualTo("authorization_header_missing");
    assertThat(refusal.status()).isEqualTo(401);
    assertThat(refusal.message()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Basic dXNlcjpwYXNz",
        "no bearer",
        "bearer",
        "Bearer ",
        "Bearer a b",
        "a.b.c",
        "Bearer, a",
        "Bearera.b.c"
      })
  void a_header_of_another_shape_is_invalid(String header) {
    AuthenticationFailed refusal = refusalOfHeader(header);

    assertThat(refusal.code().apiName()).isEqualTo("invalid_header");
    assertThat(refusal.status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "token",
        ".",
        "..",
        "...",
        "a.b.c",
        "e30.e30.e30",
        "a.b.c.d.e",
        "\u0000.\u0001.x",
        "eyJhbGciOiJSUzI1NiJ9..",
        "eyJhbGciOiJSUzI1NiJ9.e30.",
        "null.null.null",
        "W10.W10.W10"
      })
  void something_that_is_no_token_is_refused(String token) {
    AuthenticationFailed refusal = refusalOfToken(token);

    assertThat(refusal.code().apiName()).isEqualTo("invalid_claims");
    assertThat(refusal.status()).isEqualTo(401);
    assertThat(refusal.message()).isPresent();
  }

  @Test
  void deeply_nested_json_does_not_bring_the_server_down() {
    String nested = "{\"alg\":" + "[".repeat(20_000) + "]".repeat(20_000) + "}";

    assertThat(refusalOfToken(TestTokens.forged(nested, "{}", "c2ln")).code())
        .isEqualTo(Code.INVALID_CLAIMS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "None", "NONE", "nOnE", "", "RS", "rs256"})
  void an_unsigned_token_is_refused(String algorithm) {
    String header = "{\"alg\":\"" + algorithm + "\",\"typ\":\"JWT\"}";
    String payload = payload(TestTokens.signed(TestTokens.claims()));

    for (String signature : List.of("", "c2ln")) {
      String token = TestTokens.base64(header) + "." + payload + "." + signature;
      assertThat(refusalOfToken(token).code()).isEqualTo(Code.INVALID_CLAIMS);
    }
  }

  @Test
  void a_valid_token_without_its_signature_is_refused() {
    String token = TestTokens.signed(TestTokens.claims());
    String unsigned = token.substring(0, token.lastIndexOf('.') + 1);

    assertThat(refusalOfToken(unsigned).code()).isEqualTo(Code.INVALID_CLAIMS);
    assertThat(refusalOfToken(unsigned + "AAAA").code()).isEqualTo(Code.INVALID_CLAIMS);
  }

  @Test
  void the_public_key_is_no_shared_secret() throws JOSEException {
    String pem = TestTokens.pem(TestTokens.ISSUER);
    List<byte[]> secrets =
        List.of(
            pem.getBytes(StandardCharsets.UTF_8),
            pem.strip().getBytes(StandardCharsets.UTF_8),
            TestTokens.ISSUER.getPublic().getEncoded());

    for (byte[] secret : secrets) {
      String token =
          TestTokens.sign(
              new JWSHeader(JWSAlgorithm.HS256), TestTokens.claims(), new MACSigner(secret));
      assertThat(refusalOfToken(token).code()).isEqualTo(Code.INVALID_CLAIMS);
    }
  }

  @Test
  void other_algorithms_of_the_same_key_are_refused() {
    for (JWSAlgorithm algorithm :
        List.of(JWSAlgorithm.RS384, JWSAlgorithm.RS512, JWSAlgorithm.PS256)) {
      String token =
          TestTokens.sign(new JWSHeader(algorithm), TestTokens.claims(), TestTokens.ISSUER);
      assertThat(refusalOfToken(token).message())
          .hasValueSatisfying(message -> assertThat(message).contains("RS256"));
    }
  }

  @Test
  void a_token_that_a_stranger_has_signed_is_refused() {
    String token =
        TestTokens.sign(
            new JWSHeader(JWSAlgorithm.RS256), TestTokens.claims(), TestTokens.STRANGER);

    assertThat(refusalOfToken(token).code()).isEqualTo(Code.INVALID_CLAIMS);
  }

  @Test
  void a_key_that_a_token_brings_along_is_not_trusted() {
    RSAKey own = new RSAKey.Builder(TestTokens.publicKey(TestTokens.STRANGER)).build();
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.RS256)
            .jwk(own)
            .jwkURL(URI.create("http://127.0.0.1:1/jwks.json"))
            .x509CertURL(URI.create("http://127.0.0.1:1/cert.pem"))
            .keyID("../../../dev/null")
            .build();
    String token = TestTokens.sign(header, TestTokens.claims(), TestTokens.STRANGER);

    assertThat(refusalOfToken(token).code()).isEqualTo(Code.INVALID_CLAIMS);
  }

  @Test
  void a_changed_payload_is_refused() {
    String token = TestTokens.signed(TestTokens.claims());
    String[] parts = token.split("\\.", -1);
    String godly =
        payload(
            TestTokens.signed(
                TestTokens.claimsWith(UserClaims.PREFIX + "roles", List.of("boxtribute_god"))));

    assertThat(refusalOfToken(parts[0] + "." + godly + "." + parts[2]).code())
        .isEqualTo(Code.INVALID_CLAIMS);
  }

  @Test
  void critical_extensions_are_refused() throws JOSEException {
    JWSHeader unknown =
        new JWSHeader.Builder(JWSAlgorithm.RS256)
            .criticalParams(Set.of("exp"))
            .customParam("exp", NOW + 60)
            .build();
    JWSHeader unencoded =
        new JWSHeader.Builder(JWSAlgorithm.RS256)
            .base64URLEncodePayload(false)
            .criticalParams(Set.of("b64"))
            .build();

    for (JWSHeader header : List.of(unknown, unencoded)) {
      Base64URL signature =
          new RSASSASigner(TestTokens.ISSUER.getPrivate())
              .sign(
                  header,
                  (header.toBase64URL() + "." + TestTokens.base64("{}"))
                      .getBytes(StandardCharsets.US_ASCII));
      String token = header.toBase64URL() + "." + TestTokens.base64("{}") + "." + signature;
      assertThat(refusalOfToken(token).message())
          .hasValueSatisfying(message -> assertThat(message).contains("extension"));
    }
  }

  @Test
  void the_type_in_the_header_does_not_matter() {
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.RS256).type(new JOSEObjectType("at+jwt")).build();
    String token = TestTokens.sign(header, TestTokens.claims(), TestTokens.ISSUER);

    assertThat(authenticator.authenticate("Bearer " + token).id()).isEqualTo(8);
  }

  @Test
  void a_token_is_valid_until_the_second_it_expires() {
    String header = "Bearer " + TestTokens.signed(TestTokens.claimsWith("exp", NOW + 60));

    assertThat(authenticator(TestTokens.NOW.plusSeconds(59)).authenticate(header).id())
        .isEqualTo(8);
    for (Duration later : List.of(Duration.ofSeconds(60), Duration.ofDays(3650))) {
      AuthenticationFailed refusal = refusal(authenticator(TestTokens.NOW.plus(later)), header);
      assertThat(refusal.code().apiName()).isEqualTo("token_expired");
      assertThat(refusal.status()).isEqualTo(401);
    }
  }

  @Test
  void a_token_has_to_expire() {
    assertThat(refusalOfClaims(TestTokens.claimsWithout("exp")).code())
        .isEqualTo(Code.INVALID_CLAIMS);
    assertThat(refusalOfClaims(TestTokens.claimsWith("exp", "tomorrow")).code())
        .isEqualTo(Code.INVALID_CLAIMS);
    assertThat(refusalOfClaims(TestTokens.claimsWith("exp", null)).code())
        .isEqualTo(Code.INVALID_CLAIMS);
  }

  @Test
  void absurd_times_are_read_as_far_away() {
    assertThat(refusalOfClaims(TestTokens.claimsWith("exp", Long.MIN_VALUE)).code())
        .isEqualTo(Code.TOKEN_EXPIRED);
    assertThat(refusalOfClaims(TestTokens.claimsWith("nbf", Long.MAX_VALUE)).code())
        .isEqualTo(Code.INVALID_CLAIMS);
    assertThat(refusalOfClaims(TestTokens.claimsWith("exp", -1e300)).code())
        .isEqualTo(Code.TOKEN_EXPIRED);
  }

  @Test
  void a_token_is_not_valid_before_its_time() {
    assertThat(refusalOfClaims(TestTokens.claimsWith("nbf", NOW + 1)).code())
        .isEqualTo(Code.INVALID_CLAIMS);
    assertThat(refusalOfClaims(TestTokens.claimsWith("nbf", "soon")).code())
        .isEqualTo(Code.INVALID_CLAIMS);
    String token = TestTokens.signed(TestTokens.claimsWith("nbf", NOW));
    assertThat(authenticator.authenticate("Bearer " + token).id()).isEqualTo(8);
  }

  @Test
  void the_time_of_issue_is_not_looked_at() {
    for (Object iat : List.of(NOW + 3600, "yesterday")) {
      String token = TestTokens.signed(TestTokens.claimsWith("iat", iat));
      assertThat(authenticator.authenticate("Bearer " + token).id()).isEqualTo(8);
    }
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "https://issuer.example.org",
        "http://issuer.example.org/",
        "issuer.example.org",
        "https://evil.example.org/",
        "https://issuer.example.org/.evil.org/",
        ""
      })
  void a_token_of_another_issuer_is_refused(@Nullable String issuer) {
    assertThat(refusalOfClaims(TestTokens.claimsWith("iss", issuer)).code())
        .isEqualTo(Code.INVALID_CLAIMS);
  }

  @Test
  void a_token_without_an_issuer_or_with_several_is_refused() {
    assertThat(refusalOfClaims(TestTokens.claimsWithout("iss")).code())
        .isEqualTo(Code.INVALID_CLAIMS);
    assertThat(
            refusalOfClaims(TestTokens.claimsWith("iss", List.of("https://issuer.example.org/")))
                .code())
        .isEqualTo(Code.INVALID_CLAIMS);
  }

  @Test
  void a_token_for_another_audience_is_refused() {
    for (Object audience :
        List.of("other-api", "test-api-2", "", List.of(), List.of("other-api"), 1, Map.of())) {
      assertThat(refusalOfClaims(TestTokens.claimsWith("aud", audience)).code())
          .as("audience %s", audience)
          .isEqualTo(Code.INVALID_CLAIMS);
    }
    assertThat(refusalOfClaims(TestTokens.claimsWithout("aud")).code())
        .isEqualTo(Code.INVALID_CLAIMS);
  }

  @Test
  void a_single_audience_may_be_a_string() {
    String token = TestTokens.signed(TestTokens.claimsWith("aud", TestTokens.AUDIENCE));

    assertThat(authenticator.authenticate("Bearer " + token).id()).isEqualTo(8);
  }

  @Test
  void missing_custom_claims_are_named() {
    Map<String, @Nullable Object> claims = TestTokens.claimsWithout(UserClaims.PREFIX + "roles");
    claims.remove(UserClaims.PREFIX + "base_ids");

    AuthenticationFailed refusal = refusalOfClaims(claims);

    assertThat(refusal.code().apiName()).isEqualTo("missing_claims");
    assertThat(refusal.status()).isEqualTo(401);
    assertThat(refusal.description()).contains("roles, base_ids").doesNotContain("permissions");
  }

  @Test
  void a_signed_payload_that_is_no_object_is_refused() throws JOSEException {
    JWSHeader header = new JWSHeader(JWSAlgorithm.RS256);
    for (String payload : List.of("[]", "null", "1", "not json", "")) {
      String input = header.toBase64URL() + "." + TestTokens.base64(payload);
      Base64URL signature =
          new RSASSASigner(TestTokens.ISSUER.getPrivate())
              .sign(header, input.getBytes(StandardCharsets.US_ASCII));
      assertThat(refusalOfToken(input + "." + signature).code())
          .as("payload %s", payload)
          .isEqualTo(Code.INVALID_CLAIMS);
    }
  }

  @Test
  void while_the_keys_cannot_be_fetched_the_trouble_is_the_servers() {
    Authenticator cutOff =
        new Authenticator(
            new TokenVerifier(
                new Auth0Configuration(TestTokens.DOMAIN, TestTokens.AUDIENCE, null),
                new IssuerSigningKeys(
                    URI.create("http://127.0.0.1:1/jwks.json"),
                    Clock.fixed(TestTokens.NOW, ZoneOffset.UTC)),
                Clock.fixed(TestTokens.NOW, ZoneOffset.UTC)));
    JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build();
    String token = TestTokens.sign(header, TestTokens.claims(), TestTokens.ISSUER);

    AuthenticationFailed refusal = refusal(cutOff, "Bearer " + token);

    assertThat(refusal.code().apiName()).isEqualTo("internal_server_error");
    assertThat(refusal.status()).isEqualTo(500);
    assertThat(refusal.message()).isEmpty();
    assertThat(refusal).hasCauseInstanceOf(SigningKeysUnavailable.class);
  }

  @Test
  void a_token_must_not_appear_in_its_refusal() {
    String token = TestTokens.signed(TestTokens.claimsWith("aud", "other-api"));

    AuthenticationFailed refusal = refusalOfToken(token);

    assertThat(refusal.toString()).doesNotContain(token.substring(0, 20)).doesNotContain("auth0|");
    assertThat(refusal.message()).isNotEqualTo(Optional.of(token));
  }

  @Test
  void a_configuration_that_would_accept_anything_is_refused() {
    for (List<String> pair : List.of(List.of(" ", "api"), List.of("issuer.example.org", ""))) {
      assertThat(
              catchThrowableOfType(
                  IllegalArgumentException.class,
                  () -> new Auth0Configuration(pair.getFirst(), pair.getLast(), null)))
          .isNotNull();
    }
  }

  private static String payload(String token) {
    return token.split("\\.", -1)[1];
  }
}
