package org.boxtribute.server;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.random.RandomGenerator;
import org.boxtribute.server.security.Auth0Configuration;
import org.jspecify.annotations.Nullable;

/**
 * Makes what the rooms are given from outside: the configuration of the token issuer, time, chance.
 */
@Factory
final class ServerFactory {

  /** The one source of the present time. */
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }

  /** The one source of chance. */
  @Singleton
  RandomGenerator random() {
    return new SecureRandom();
  }

  /** Whose tokens are accepted. */
  @Singleton
  @Requires(property = "boxtribute.auth0.domain")
  Auth0Configuration auth0(
      @Property(name = "boxtribute.auth0.domain") String domain,
      @Property(name = "boxtribute.auth0.audience") String audience,
      @Nullable @Property(name = "boxtribute.auth0.public-key") String publicKey) {
    return new Auth0Configuration(domain, audience, publicKey);
  }
}
