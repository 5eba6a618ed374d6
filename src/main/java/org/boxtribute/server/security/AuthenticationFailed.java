package org.boxtribute.server.security;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The request does not show who makes it. The HTTP edge answers with {@link #status()} and a JSON
 * body of {@code code}, {@code description} and, where there is one, {@code message}.
 */
public final class AuthenticationFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** The failures that clients can tell apart. */
  public enum Code {
    AUTHORIZATION_HEADER_MISSING("authorization_header_missing", 401),
    INVALID_HEADER("invalid_header", 401),
    TOKEN_EXPIRED("token_expired", 401),
    INVALID_CLAIMS("invalid_claims", 401),
    MISSING_CLAIMS("missing_claims", 401),
    INTERNAL_SERVER_ERROR("internal_server_error", 500);

    private final String apiName;
    private final int status;

    Code(String apiName, int status) {
      this.apiName = apiName;
      this.status = status;
    }

    /** The code as clients read it. */
    public String apiName() {
      return apiName;
    }

    /** The HTTP status of the answer. */
    public int status() {
      return status;
    }
  }

  private final Code code;
  private final String description;
  private final @Nullable String detail;

  private AuthenticationFailed(
      Code code, String description, @Nullable String detail, @Nullable Throwable cause) {
    super(description, cause, false, cause != null);
    this.code = code;
    this.description = description;
    this.detail = detail;
  }

  static AuthenticationFailed headerMissing() {
    return new AuthenticationFailed(
        Code.AUTHORIZATION_HEADER_MISSING, "The request has no Authorization header", null, null);
  }

  /** The Authorization header has nothing that shows who makes the request. */
  public static AuthenticationFailed invalidHeader(String description) {
    return new AuthenticationFailed(Code.INVALID_HEADER, description, null, null);
  }

  static AuthenticationFailed tokenExpired() {
    return new AuthenticationFailed(
        Code.TOKEN_EXPIRED, "The access token is past its expiry time", null, null);
  }

  static AuthenticationFailed invalidClaims(String detail) {
    return new AuthenticationFailed(
        Code.INVALID_CLAIMS, "The access token is not valid for this service", detail, null);
  }

  static AuthenticationFailed missingClaims(Iterable<String> names) {
    return new AuthenticationFailed(
        Code.MISSING_CLAIMS,
        "The access token lacks these custom claims: " + String.join(", ", names),
        null,
        null);
  }

  /** The cause is for the log; it stays out of the answer. */
  static AuthenticationFailed internalError(Throwable cause) {
    return new AuthenticationFailed(
        Code.INTERNAL_SERVER_ERROR, "The access token cannot be verified just now", null, cause);
  }

  /** What failed, as clients tell it. */
  public Code code() {
    return code;
  }

  /** What failed, in words. */
  public String description() {
    return description;
  }

  /** Which part of the token was refused, where that is known. */
  public Optional<String> message() {
    return Optional.ofNullable(detail);
  }

  /** The HTTP status of the answer. */
  public int status() {
    return code.status();
  }

  @Override
  public String getMessage() {
    return detail == null ? description : description + ": " + detail;
  }
}
