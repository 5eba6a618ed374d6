package org.boxtribute.server.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Signs the tokens that the tests' server accepts. */
final class TestIssuer {
  static final String DOMAIN = "issuer.example.org";
  static final String AUDIENCE = "test-api";

  private static final String PREFIX = "https://www.boxtribute.com/";
  private static final KeyPair KEYS = newKeyPair();

  /** Signing takes longer than what most tests ask for. */
  private static final Map<TestUser, String> TOKENS = new ConcurrentHashMap<>();

  private TestIssuer() {}

  static String publicKeyPem() {
    return "-----BEGIN PUBLIC KEY-----"
        + Base64.getEncoder().encodeToString(KEYS.getPublic().getEncoded())
        + "-----END PUBLIC KEY-----";
  }

  static String token(TestUser user) {
    return TOKENS.computeIfAbsent(user, TestIssuer::sign);
  }

  private static String sign(TestUser user) {
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer("https://" + DOMAIN + "/")
            .audience(AUDIENCE)
            .subject("auth0|" + user.id())
            .expirationTime(Date.from(Instant.now().plus(Duration.ofDays(1))))
            .claim(PREFIX + "roles", user.roles())
            .claim(PREFIX + "permissions", user.permissions())
            .claim(PREFIX + "base_ids", user.bases())
            .claim(PREFIX + "organisation_id", user.organisation())
            .claim(PREFIX + "beta_user", user.betaLevel())
            .claim(PREFIX + "timezone", user.timezone())
            .build();
    SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), claims);
    try {
      token.sign(new RSASSASigner(KEYS.getPrivate()));
    } catch (JOSEException failure) {
      throw new IllegalStateException(failure);
    }
    return token.serialize();
  }

  private static KeyPair newKeyPair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
