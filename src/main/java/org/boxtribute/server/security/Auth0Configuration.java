package org.boxtribute.server.security;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Whose access tokens are accepted.
 *
 * @param domain the token issuer's host name, with a port where it is not 443, from {@code
 *     AUTH0_DOMAIN}
 * @param audience the name of this API at the issuer, from {@code AUTH0_AUDIENCE}
 * @param publicKey the issuer's public key or certificate as PEM, from {@code AUTH0_PUBLIC_KEY};
 *     null or blank if the issuer's key set is to be asked
 */
public record Auth0Configuration(String domain, String audience, @Nullable String publicKey) {

  /** Refuses a configuration that would accept tokens of anyone or for anything. */
  public Auth0Configuration {
    if (domain.isBlank() || audience.isBlank()) {
      throw new IllegalArgumentException("AUTH0_DOMAIN and AUTH0_AUDIENCE must not be blank");
    }
  }

  /** The issuer as its tokens name it. */
  public String issuer() {
    return "https://" + domain + "/";
  }

  /** Where the issuer publishes its keys. */
  URI keySet() {
    return URI.create(issuer() + ".well-known/jwks.json");
  }
}
