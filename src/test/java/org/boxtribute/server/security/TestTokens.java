package org.boxtribute.server.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the tokens of an issuer, and such as it would never make. */
final class TestTokens {

  static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  static final String DOMAIN = "issuer.example.org";
  static final String AUDIENCE = "test-api";
  static final KeyPair ISSUER = newKeyPair(2048);
  static final KeyPair STRANGER = newKeyPair(2048);

  private TestTokens() {}

  /** The claims of a coordinator of base 1, of organisation 10, whose id is 8. */
  static Map<String, @Nullable Object> claims() {
    Map<String, @Nullable Object> claims = new HashMap<>();
    claims.put("iss", "https://" + DOMAIN + "/");
    claims.put("aud", List.of(AUDIENCE, "https://" + DOMAIN + "/userinfo"));
    claims.put("sub", "auth0|8");
    claims.put("iat", NOW.getEpochSecond());
    claims.put("exp", NOW.getEpochSecond() + 60);
    claims.put(UserClaims.PREFIX + "roles", List.of("base_1_coordinator"));
    claims.put(UserClaims.PREFIX + "permissions", List.of("base_1/stock:write"));
    claims.put(UserClaims.PREFIX + "base_ids", List.of(1));
    claims.put(UserClaims.PREFIX + "organisation_id", 10);
    return claims;
  }

  static Map<String, @Nullable Object> claimsWith(String name, @Nullable Object value) {
    Map<String, @Nullable Object> claims = claims();
    claims.put(name, value);
    return claims;
  }

  static Map<String, @Nullable Object> claimsWithout(String name) {
    Map<String, @Nullable Object> claims = claims();
    claims.remove(name);
    return claims;
  }

  static String signed(Map<String, @Nullable Object> claims) {
    return sign(new JWSHeader(JWSAlgorithm.RS256), claims, ISSUER);
  }

  static String sign(JWSHeader header, Map<String, @Nullable Object> claims, KeyPair keyPair) {
    return sign(header, claims, new RSASSASigner(keyPair.getPrivate()));
  }

  static String sign(JWSHeader header, Map<String, @Nullable Object> claims, JWSSigner signer) {
    JWSObject token = new JWSObject(header, new Payload(new HashMap<String, Object>(claims)));
    try {
      token.sign(signer);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return token.serialize();
  }

  /** Joins parts that are written out by hand into a compact token with a made-up signature. */
  static String forged(String headerJson, String payloadJson, String signature) {
    return base64(headerJson) + "." + base64(payloadJson) + "." + signature;
  }

  static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  static RSAPublicKey publicKey(KeyPair keyPair) {
    return (RSAPublicKey) keyPair.getPublic();
  }

  static String pem(KeyPair keyPair) {
    return "-----BEGIN PUBLIC KEY-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'})
            .encodeToString(keyPair.getPublic().getEncoded())
        + "\n-----END PUBLIC KEY-----\n";
  }

  static KeyPair newKeyPair(int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(bits);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
