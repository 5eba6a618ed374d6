package org.boxtribute.server.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import jakarta.inject.Singleton;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether an access token was made by the trusted issuer for this service, and is valid
 * now. Only the algorithm RS256 is accepted, whatever the token says; keys that a token brings
 * along are not looked at, and neither is any claim before the signature has been verified.
 *
 * <p>The expiry time is required, although the service that this one replaces accepted tokens
 * without one: the issuer always sets it. The time of issue is not looked at. There is no leeway.
 *
 * <p>May wait for the issuer's keys, so it must not run on the event loop. Safe to share.
 */
@Singleton
public final class TokenVerifier {

  private final Auth0Configuration configuration;
  private final SigningKeys signingKeys;
  private final Clock clock;

  /** Verifies tokens of the configured issuer and audience, with these keys. */
  public TokenVerifier(Auth0Configuration configuration, SigningKeys signingKeys, Clock clock) {
    this.configuration = configuration;
    this.signingKeys = signingKeys;
    this.clock = clock;
  }

  /**
   * The claims of the token.
   *
   * @param token in the compact form, as it comes in the header
   * @throws AuthenticationFailed if the token is not valid, or cannot be verified just now
   */
  public Map<String, @Nullable Object> verify(String token) {
    JWSObject signed = parse(token);
    verifyAlgorithm(signed.getHeader());
    verifySignature(signed);
    Map<String, @Nullable Object> claims = claims(signed);
    verifyTimes(claims);
    verifyIssuer(claims);
    verifyAudience(claims);
    return claims;
  }

  private static JWSObject parse(String token) {
    try {
      return JWSObject.parse(token);
    } catch (ParseException | IllegalArgumentException e) {
      throw AuthenticationFailed.invalidClaims("it is not a signed token");
    }
  }

  /** Extensions marked as critical are refused, for none is understood here. */
  private static void verifyAlgorithm(JWSHeader header) {
    if (!JWSAlgorithm.RS256.equals(header.getAlgorithm())) {
      throw AuthenticationFailed.invalidClaims("the algorithm is not RS256");
    }
    if (header.getCriticalParams() != null || !header.isBase64URLEncodePayload()) {
      throw AuthenticationFailed.invalidClaims("the header demands an unknown extension");
    }
  }

  private void verifySignature(JWSObject signed) {
    try {
      RSAPublicKey key =
          signingKeys
              .find(signed.getHeader().getKeyID())
              .orElseThrow(() -> AuthenticationFailed.invalidClaims("the signing key is unknown"));
      if (!signed.verify(new RSASSAVerifier(key))) {
        throw AuthenticationFailed.invalidClaims("the signature does not match");
      }
    } catch (SigningKeysUnavailable | JOSEException e) {
      throw AuthenticationFailed.internalError(e);
    }
  }

  private static Map<String, @Nullable Object> claims(JWSObject verified) {
    Map<String, Object> claims = verified.getPayload().toJSONObject();
    if (claims == null) {
      throw AuthenticationFailed.invalidClaims("the payload is not a JSON object");
    }
    return new HashMap<>(claims);
  }

  private void verifyTimes(Map<String, @Nullable Object> claims) {
    Instant now = clock.instant();
    if (claims.containsKey("nbf") && time(claims, "nbf").isAfter(now)) {
      throw AuthenticationFailed.invalidClaims("it is not valid yet");
    }
    if (!time(claims, "exp").isAfter(now)) {
      throw AuthenticationFailed.tokenExpired();
    }
  }

  private static Instant time(Map<String, @Nullable Object> claims, String name) {
    if (claims.get(name) instanceof Number seconds) {
      return Instant.ofEpochSecond(boundedSeconds(seconds));
    }
    throw AuthenticationFailed.invalidClaims(name + " is not a time");
  }

  /** Keeps absurd numbers within what an instant can hold. */
  private static long boundedSeconds(Number seconds) {
    return Math.clamp(
        seconds.longValue(), Instant.MIN.getEpochSecond(), Instant.MAX.getEpochSecond());
  }

  private void verifyIssuer(Map<String, @Nullable Object> claims) {
    if (!configuration.issuer().equals(claims.get("iss"))) {
      throw AuthenticationFailed.invalidClaims("the issuer is another");
    }
  }

  private void verifyAudience(Map<String, @Nullable Object> claims) {
    Object audience = claims.get("aud");
    boolean meant =
        audience instanceof Collection<?> several
            ? several.contains(configuration.audience())
            : configuration.audience().equals(audience);
    if (!meant) {
      throw AuthenticationFailed.invalidClaims("the audience is another");
    }
  }
}
