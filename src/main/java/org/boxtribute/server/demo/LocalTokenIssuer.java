package org.boxtribute.server.demo;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.boxtribute.server.demo.DemoUsers.DemoUser;
import org.boxtribute.server.security.Auth0Configuration;
import org.jspecify.annotations.Nullable;

/**
 * Takes the token issuer's place in the demo, which has no account with one. It makes its own key
 * at each start, so its tokens are worth nothing anywhere else and do not survive a restart; the
 * server verifies them just as it verifies the real issuer's, by {@link #configuration()}. Safe to
 * share between threads.
 */
public final class LocalTokenIssuer {

  private static final Duration LIFETIME = Duration.ofHours(24);
  private static final String CLAIM_PREFIX = "https://www.boxtribute.com/";
  private static final int KEY_BITS = 2048;

  private final String domain;
  private final String audience;
  private final Clock clock;
  private final KeyPair keyPair;

  /** What the exchange of credentials for a token comes to. */
  public sealed interface Answer {

    /** The HTTP status that the API's token endpoint gives this answer. */
    int status();

    /** The JSON object that the API's token endpoint answers with. */
    Map<String, Object> body();

    /**
     * The user may come in.
     *
     * @param expiresIn seconds from now
     */
    record Granted(String accessToken, long expiresIn) implements Answer {
      @Override
      public int status() {
        return 200;
      }

      @Override
      public Map<String, Object> body() {
        return Map.of("access_token", accessToken, "expires_in", expiresIn, "token_type", "Bearer");
      }
    }

    /** The credentials do not fit. */
    record Refused(String error, String description) implements Answer {
      @Override
      public int status() {
        return 400;
      }

      @Override
      public Map<String, Object> body() {
        return Map.of("error", error, "error_description", description);
      }
    }
  }

  /** Makes a key, which takes some tenths of a second, and issues tokens in the domain's name. */
  public LocalTokenIssuer(String domain, String audience, Clock clock) {
    this.domain = domain;
    this.audience = audience;
    this.clock = clock;
    this.keyPair = newKeyPair();
  }

  /** What a server has to be configured with to accept this issuer's tokens. */
  public Auth0Configuration configuration() {
    return new Auth0Configuration(domain, audience, publicKeyPem());
  }

  /** The public half of the key. */
  public String publicKeyPem() {
    Base64.Encoder lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
    return "-----BEGIN PUBLIC KEY-----\n"
        + lines.encodeToString(keyPair.getPublic().getEncoded())
        + "\n-----END PUBLIC KEY-----\n";
  }

  /** Exchanges a demo user's credentials for a token, as the API's token endpoint does. */
  public Answer exchange(@Nullable String userName, @Nullable String password) {
    if (userName == null || password == null) {
      return new Answer.Refused("invalid_request", "Both username and password are needed");
    }
    return DemoUsers.find(userName)
        .filter(user -> equal(user.password(), password))
        .<Answer>map(user -> new Answer.Granted(issue(user), LIFETIME.toSeconds()))
        .orElseGet(() -> new Answer.Refused("invalid_grant", "No demo user has these credentials"));
  }

  /** A token for this user, valid from now on for a day. */
  public String issue(DemoUser user) {
    JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256).build();
    JWSObject token = new JWSObject(header, new Payload(claims(user)));
    try {
      token.sign(new RSASSASigner(keyPair.getPrivate()));
    } catch (JOSEException e) {
      throw new IllegalStateException("A key made here cannot sign", e);
    }
    return token.serialize();
  }

  private Map<String, Object> claims(DemoUser user) {
    Instant now = clock.instant();
    Map<String, Object> claims = new HashMap<>();
    claims.put("iss", "https://" + domain + "/");
    claims.put("aud", List.of(audience));
    claims.put("sub", "auth0|" + user.userId());
    claims.put("iat", now.getEpochSecond());
    claims.put("exp", now.plus(LIFETIME).getEpochSecond());
    claims.put(CLAIM_PREFIX + "email", user.userName());
    claims.put(CLAIM_PREFIX + "roles", user.roles());
    claims.put(CLAIM_PREFIX + "permissions", user.permissions());
    claims.put(CLAIM_PREFIX + "base_ids", user.baseIds());
    claims.put(CLAIM_PREFIX + "organisation_id", user.organisationId());
    claims.put(CLAIM_PREFIX + "beta_user", user.betaLevel());
    claims.put(CLAIM_PREFIX + "timezone", "Europe/Athens");
    return claims;
  }

  private static boolean equal(String expected, String given) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }

  private static KeyPair newKeyPair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(KEY_BITS);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no RSA", e);
    }
  }
}
