package org.boxtribute.server.security;

import java.security.interfaces.RSAPublicKey;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The public keys that the token issuer signs with. Implementations are safe to share. */
public sealed interface SigningKeys permits IssuerSigningKeys, PemSigningKey {

  /**
   * The key that a token says it is signed with. May block on a request to the issuer, so it must
   * not be called on the event loop.
   *
   * @param keyId the token's key id; null if it names none
   * @return empty if the issuer has no such key
   * @throws SigningKeysUnavailable if the issuer cannot be asked, and the key is not known yet
   */
  Optional<RSAPublicKey> find(@Nullable String keyId) throws SigningKeysUnavailable;

  /** Forgets what was learnt of the issuer, so that it is asked anew when a key is needed. */
  default void forget() {}

  /**
   * A single configured key, which is used whatever key id a token names.
   *
   * @throws IllegalArgumentException if the text is not the PEM of an RSA key
   */
  static SigningKeys ofPem(String pem) {
    return PemSigningKey.parse(pem);
  }
}
