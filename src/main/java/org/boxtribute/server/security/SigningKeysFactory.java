package org.boxtribute.server.security;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Chooses where the signing keys come from. */
@Factory
final class SigningKeysFactory {

  /** The configured key or, if there is none, those that the issuer publishes. */
  @Singleton
  SigningKeys signingKeys(Auth0Configuration configuration, Clock clock) {
    String publicKey = configuration.publicKey();
    return publicKey == null || publicKey.isBlank()
        ? new IssuerSigningKeys(configuration.keySet(), clock)
        : SigningKeys.ofPem(publicKey);
  }
}
