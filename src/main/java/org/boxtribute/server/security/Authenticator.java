package org.boxtribute.server.security;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns the Authorization header of a request into the user who makes it. Safe to share; may wait
 * for the token issuer, so it must not be called on the event loop.
 */
@Singleton
public final class Authenticator {

  private static final Pattern WHITESPACE = Pattern.compile("\\s+");
  private static final String SCHEME = "bearer";

  private final TokenVerifier verifier;

  /** Authenticates by tokens that this verifier accepts. */
  public Authenticator(TokenVerifier verifier) {
    this.verifier = verifier;
  }

  /**
   * The user whose access token the only one of these headers carries.
   *
   * @param authorizationHeaders the values of the request's Authorization headers
   * @throws AuthenticationFailed if there is none or more than one, or it is malformed, or its
   *     token is not valid
   */
  public CurrentUser authenticate(List<String> authorizationHeaders) {
    if (authorizationHeaders.size() > 1) {
      throw AuthenticationFailed.invalidHeader("The request has several Authorization headers");
    }
    return authenticate(authorizationHeaders.isEmpty() ? null : authorizationHeaders.getFirst());
  }

  /**
   * The user whose access token the header carries.
   *
   * @param authorizationHeader the header's value; null if the request has none
   * @throws AuthenticationFailed if the header is missing or malformed, or its token is not valid
   */
  public CurrentUser authenticate(@Nullable String authorizationHeader) {
    return CurrentUser.fromClaims(verifier.verify(token(authorizationHeader)));
  }

  private static String token(@Nullable String header) {
    if (header == null || header.isBlank()) {
      throw AuthenticationFailed.headerMissing();
    }
    List<String> parts = WHITESPACE.splitAsStream(header.strip()).toList();
    if (!parts.getFirst().toLowerCase(Locale.ROOT).equals(SCHEME)) {
      throw AuthenticationFailed.invalidHeader("The Authorization scheme has to be Bearer");
    }
    return switch (parts.size()) {
      case 1 -> throw AuthenticationFailed.invalidHeader("No token follows the Bearer scheme");
      case 2 -> parts.getLast();
      default ->
          throw AuthenticationFailed.invalidHeader("More than a token follows the Bearer scheme");
    };
  }
}
