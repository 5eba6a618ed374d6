package org.boxtribute.server.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How the issuer's keys are fetched, kept and replaced, with an issuer on this machine. */
class IssuerSigningKeysTests {

  private static final RSAPublicKey FIRST = TestTokens.publicKey(TestTokens.ISSUER);
  private static final RSAPublicKey SECOND = TestTokens.publicKey(TestTokens.STRANGER);
  private static final Duration A_WHILE = IssuerSigningKeys.MINIMUM_INTERVAL.plusMillis(1);

  private final AdjustableClock clock = new AdjustableClock(TestTokens.NOW);
  private final AtomicInteger requests = new AtomicInteger();
  private volatile String answer = keySet(key("first", FIRST));
  private volatile int status = 200;
  private HttpServer issuer;
  private IssuerSigningKeys keys;

  @BeforeEach
  void start() throws IOException {
    issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    issuer.createContext("/.well-known/jwks.json", this::respond);
    issuer.start();
    keys =
        new IssuerSigningKeys(
            URI.create(
                "http://127.0.0.1:" + issuer.getAddress().getPort() + "/.well-known/jwks.json"),
            clock);
  }

  @AfterEach
  void stop() {
    issuer.stop(0);
  }

  private void respond(HttpExchange exchange) throws IOException {
    requests.incrementAndGet();
    byte[] body = answer.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Test
  void keys_are_fetched_once_and_kept() throws SigningKeysUnavailable {
    for (int i = 0; i < 5; i++) {
      assertThat(keys.find("first")).hasValue(FIRST);
    }
    assertThat(requests).hasValue(1);
  }

  @Test
  void nothing_is_fetched_before_it_is_needed() throws SigningKeysUnavailable {
    assertThat(keys.find(null)).isEmpty();
    assertThat(requests).hasValue(0);
  }

  @Test
  void a_new_key_id_makes_the_keys_be_fetched_again() throws SigningKeysUnavailable {
    assertThat(keys.find("first")).hasValue(FIRST);
    answer = keySet(key("first", FIRST), key("second", SECOND));
    clock.advance(A_WHILE);

    assertThat(keys.find("second")).hasValue(SECOND);
    assertThat(keys.find("first")).hasValue(FIRST);
    assertThat(requests).hasValue(2);
  }

  @Test
  void what_is_forgotten_is_fetched_again_at_once() throws SigningKeysUnavailable {
    assertThat(keys.find("first")).hasValue(FIRST);
    answer = keySet(key("second", SECOND));

    keys.forget();

    assertThat(keys.find("second")).hasValue(SECOND);
    assertThat(keys.find("first")).isEmpty();
    assertThat(requests).hasValue(2);
  }

  @Test
  void made_up_key_ids_cannot_hammer_the_issuer() throws SigningKeysUnavailable {
    for (int i = 0; i < 100; i++) {
      assertThat(keys.find("junk-" + i)).isEmpty();
    }
    assertThat(requests).hasValue(1);

    clock.advance(A_WHILE);
    for (int i = 0; i < 100; i++) {
      assertThat(keys.find("junk-" + i)).isEmpty();
    }
    assertThat(requests).hasValue(2);
    assertThat(keys.find("first")).hasValue(FIRST);
  }

  @Test
  void a_withdrawn_key_is_dropped_after_the_maximum_age() throws SigningKeysUnavailable {
    assertThat(keys.find("first")).hasValue(FIRST);
    answer = keySet(key("second", SECOND));
    clock.advance(IssuerSigningKeys.MAXIMUM_AGE);
    assertThat(keys.find("first")).hasValue(FIRST);

    clock.advance(Duration.ofMillis(1));

    assertThat(keys.find("first")).isEmpty();
    assertThat(keys.find("second")).hasValue(SECOND);
    assertThat(requests).hasValue(2);
  }

  @Test
  void known_keys_are_kept_while_the_issuer_fails() throws SigningKeysUnavailable {
    assertThat(keys.find("first")).hasValue(FIRST);
    for (String broken : List.of("", "[]", "{\"keys\":[]}", "<html>", "{\"keys\":[{}]}")) {
      answer = broken;
      clock.advance(IssuerSigningKeys.MAXIMUM_AGE.multipliedBy(2));
      assertThat(keys.find("first")).as("after %s", broken).hasValue(FIRST);
    }
    status = 503;
    answer = keySet(key("second", SECOND));
    clock.advance(IssuerSigningKeys.MAXIMUM_AGE.multipliedBy(2));
    assertThat(keys.find("first")).hasValue(FIRST);
    issuer.stop(0);
    clock.advance(IssuerSigningKeys.MAXIMUM_AGE.multipliedBy(2));
    assertThat(keys.find("first")).hasValue(FIRST);
    assertThat(requests).hasValue(7);
  }

  @Test
  void after_a_failed_refresh_it_is_tried_again_soon() throws SigningKeysUnavailable {
    assertThat(keys.find("first")).hasValue(FIRST);
    status = 503;
    clock.advance(IssuerSigningKeys.MAXIMUM_AGE.plusMillis(1));
    assertThat(keys.find("first")).hasValue(FIRST);
    assertThat(keys.find("first")).hasValue(FIRST);
    assertThat(requests).hasValue(2);

    status = 200;
    answer = keySet(key("second", SECOND));
    clock.advance(IssuerSigningKeys.RETRY_AGE.plusMillis(1));
    assertThat(keys.find("first")).isEmpty();
  }

  @Test
  void an_unknown_key_of_an_unreachable_issuer_is_nobodys_fault() throws SigningKeysUnavailable {
    status = 500;
    for (int i = 0; i < 10; i++) {
      assertThatThrownBy(() -> keys.find("first")).isInstanceOf(SigningKeysUnavailable.class);
    }
    assertThat(requests).hasValue(1);

    status = 200;
    clock.advance(A_WHILE);
    assertThat(keys.find("first")).hasValue(FIRST);
  }

  @Test
  void redirections_are_not_followed() {
    status = 302;

    assertThatThrownBy(() -> keys.find("first")).isInstanceOf(SigningKeysUnavailable.class);
  }

  @Test
  void only_rsa_keys_for_signatures_are_taken() throws JOSEException, SigningKeysUnavailable {
    KeyPair shortPair = TestTokens.newKeyPair(1024);
    answer =
        keySet(
            key("first", FIRST),
            new RSAKey.Builder(SECOND).keyID("encryption").keyUse(KeyUse.ENCRYPTION).build(),
            new RSAKey.Builder(SECOND).keyID("oaep").algorithm(JWEAlgorithm.RSA_OAEP_256).build(),
            new RSAKey.Builder(SECOND).keyID("ps256").algorithm(JWSAlgorithm.PS256).build(),
            new RSAKey.Builder(SECOND).build(),
            key("short", TestTokens.publicKey(shortPair)),
            new ECKeyGenerator(Curve.P_256).keyID("elliptic").generate());

    assertThat(keys.find("first")).hasValue(FIRST);
    for (String id : List.of("encryption", "oaep", "ps256", "short", "elliptic", "")) {
      assertThat(keys.find(id)).as(id).isEmpty();
    }
  }

  @Test
  void many_requests_at_once_make_one_fetch() throws InterruptedException, ExecutionException {
    List<Future<Optional<RSAPublicKey>>> found = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 200; i++) {
        found.add(threads.submit(() -> keys.find("first")));
      }
    }
    for (Future<Optional<RSAPublicKey>> future : found) {
      assertThat(future.get()).hasValue(FIRST);
    }
    assertThat(requests).hasValue(1);
  }

  @Test
  void the_key_set_is_where_the_issuer_publishes_it() {
    assertThat(new Auth0Configuration("issuer.example.org", "api", null).keySet())
        .isEqualTo(URI.create("https://issuer.example.org/.well-known/jwks.json"));
  }

  @Test
  void an_issuer_may_have_a_port() {
    Auth0Configuration configuration =
        new Auth0Configuration("issuer.example.org:8443", "api", null);

    assertThat(configuration.issuer()).isEqualTo("https://issuer.example.org:8443/");
    assertThat(configuration.keySet())
        .isEqualTo(URI.create("https://issuer.example.org:8443/.well-known/jwks.json"));
  }

  private static RSAKey key(String id, RSAPublicKey key) {
    return new RSAKey.Builder(key)
        .keyID(id)
        .keyUse(KeyUse.SIGNATURE)
        .algorithm(JWSAlgorithm.RS256)
        .build();
  }

  private static String keySet(JWK... keys) {
    return new JWKSet(List.of(keys)).toString();
  }
}
