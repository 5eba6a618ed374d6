package org.boxtribute.server.security;

import org.jspecify.annotations.Nullable;

/** The issuer's keys could not be fetched: a trouble of this service, not of the token. */
public final class SigningKeysUnavailable extends Exception {

  private static final long serialVersionUID = 1L;

  SigningKeysUnavailable(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
