package org.boxtribute.server.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys that the issuer publishes, fetched when they are first needed and kept.
 *
 * <p>They are fetched again when a token names a key that is not among them, since the issuer may
 * have begun to use a new one, and hourly, so that a withdrawn key is not trusted for ever. No more
 * than one request is made within {@link #MINIMUM_INTERVAL}: made-up key ids cannot be used to
 * hammer the issuer. While the issuer is unreachable, the known keys stay in use.
 *
 * <p>Only one thread fetches at a time. Those that need an unknown key wait for it; those whose key
 * is known go on with it.
 */
final class IssuerSigningKeys implements SigningKeys {

  static final Duration MAXIMUM_AGE = Duration.ofHours(1);
  static final Duration RETRY_AGE = Duration.ofMinutes(1);
  static final Duration MINIMUM_INTERVAL = Duration.ofSeconds(5);

  private static final Logger LOG = LoggerFactory.getLogger(IssuerSigningKeys.class);
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
  private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(4);
  private static final int MAXIMUM_BYTES = 256 * 1024;
  private static final State NOTHING = new State(Map.of(), Instant.MIN, null);

  private final URI keySet;
  private volatile HttpClient client;
  private final Clock clock;
  private final ReentrantLock fetching = new ReentrantLock();
  private volatile State state = NOTHING;

  /**
   * What is known of the issuer's keys.
   *
   * @param failure why the last attempt brought no keys; null if it did, or none was made
   */
  private record State(
      Map<String, RSAPublicKey> keys,
      Instant lastAttempt,
      @Nullable SigningKeysUnavailable failure) {

    @Nullable RSAPublicKey key(String keyId) {
      return keys.get(keyId);
    }

    boolean isDueForRefresh(Instant now) {
      return isOlderThan(failure == null ? MAXIMUM_AGE : RETRY_AGE, now);
    }

    boolean isOlderThan(Duration age, Instant now) {
      return lastAttempt.equals(Instant.MIN) || now.isAfter(lastAttempt.plus(age));
    }
  }

  IssuerSigningKeys(URI keySet, Clock clock) {
    this.keySet = keySet;
    this.clock = clock;
    this.client = newClient();
  }

  private static HttpClient newClient() {
    return HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();
  }

  @Override
  public Optional<RSAPublicKey> find(@Nullable String keyId) throws SigningKeysUnavailable {
    if (keyId == null) {
      return Optional.empty();
    }
    if (state.key(keyId) == null) {
      fetchFor(keyId);
    } else {
      refreshIfOld();
    }
    return known(keyId);
  }

  /** Connections to the issuer are forgotten too. */
  @Override
  public void forget() {
    fetching.lock();
    try {
      client = newClient();
      state = NOTHING;
    } finally {
      fetching.unlock();
    }
  }

  /** Empty only if the issuer has answered, and its answer lacks the key. */
  private Optional<RSAPublicKey> known(String keyId) throws SigningKeysUnavailable {
    State current = state;
    RSAPublicKey key = current.key(keyId);
    if (key == null && current.failure() != null) {
      throw new SigningKeysUnavailable("The issuer's keys are unknown", current.failure());
    }
    return Optional.ofNullable(key);
  }

  private void fetchFor(String keyId) {
    fetching.lock();
    try {
      if (state.key(keyId) == null && state.isOlderThan(MINIMUM_INTERVAL, clock.instant())) {
        fetch();
      }
    } finally {
      fetching.unlock();
    }
  }

  private void refreshIfOld() {
    if (state.isDueForRefresh(clock.instant()) && fetching.tryLock()) {
      try {
        if (state.isDueForRefresh(clock.instant())) {
          fetch();
        }
      } finally {
        fetching.unlock();
      }
    }
  }

  private void fetch() {
    Instant now = clock.instant();
    try {
      state = new State(parse(download()), now, null);
      LOG.debug("Fetched {} signing keys from {}", state.keys().size(), keySet);
    } catch (SigningKeysUnavailable e) {
      LOG.warn("No signing keys fetched, {} stay in use: {}", state.keys().size(), e.getMessage());
      LOG.debug("Fetching the signing keys failed", e);
      state = new State(state.keys(), now, e);
    }
  }

  private String download() throws SigningKeysUnavailable {
    HttpRequest request = HttpRequest.newBuilder(keySet).timeout(REQUEST_TIMEOUT).build();
    try {
      HttpResponse<InputStream> response =
          client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        if (response.statusCode() != 200) {
          throw new SigningKeysUnavailable(keySet + " answers " + response.statusCode(), null);
        }
        return new String(body.readNBytes(MAXIMUM_BYTES), StandardCharsets.UTF_8);
      }
    } catch (IOException e) {
      throw new SigningKeysUnavailable(keySet + " cannot be reached", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SigningKeysUnavailable("Interrupted while fetching " + keySet, e);
    }
  }

  private Map<String, RSAPublicKey> parse(String json) throws SigningKeysUnavailable {
    Map<String, RSAPublicKey> keys = new HashMap<>();
    try {
      for (JWK key : JWKSet.parse(json).getKeys()) {
        if (key.getKeyID() != null && key instanceof RSAKey rsaKey && isForSignatures(key)) {
          RSAPublicKey publicKey = rsaKey.toRSAPublicKey();
          if (RsaStrength.isEnough(publicKey)) {
            keys.put(key.getKeyID(), publicKey);
          }
        }
      }
    } catch (ParseException | JOSEException | IllegalArgumentException e) {
      throw new SigningKeysUnavailable(keySet + " serves no key set", e);
    }
    if (keys.isEmpty()) {
      throw new SigningKeysUnavailable(keySet + " serves no key for RS256 signatures", null);
    }
    return Map.copyOf(keys);
  }

  private static boolean isForSignatures(JWK key) {
    boolean use = key.getKeyUse() == null || KeyUse.SIGNATURE.equals(key.getKeyUse());
    boolean algorithm = key.getAlgorithm() == null || JWSAlgorithm.RS256.equals(key.getAlgorithm());
    return use && algorithm;
  }
}
