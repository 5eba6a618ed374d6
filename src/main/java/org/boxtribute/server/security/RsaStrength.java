package org.boxtribute.server.security;

import java.security.interfaces.RSAPublicKey;

/** RS256 asks for keys of 2048 bits or more (RFC 7518, section 3.3). */
final class RsaStrength {

  private static final int MINIMUM_BITS = 2048;

  private RsaStrength() {}

  static boolean isEnough(RSAPublicKey key) {
    return key.getModulus().bitLength() >= MINIMUM_BITS;
  }

  static void check(RSAPublicKey key) {
    if (!isEnough(key)) {
      throw new IllegalArgumentException(
          "an RSA key of " + key.getModulus().bitLength() + " bits is too short");
    }
  }
}
