package org.boxtribute.server.graphql.error;

import java.util.Map;

/**
 * A failure that the client is told about as an error with a code. It is an answer, not an
 * accident: it carries no stack trace.
 */
public class ApiException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ErrorCode code;
  private final transient Map<String, Object> details;

  /**
   * Creates a failure.
   *
   * @param description what is wrong, for the client's developers
   */
  public ApiException(ErrorCode code, String description) {
    this(code, description, Map.of());
  }

  /**
   * Creates a failure with more to tell.
   *
   * @param details further entries of the error's extensions
   */
  public ApiException(ErrorCode code, String description, Map<String, Object> details) {
    super(description, null, false, false);
    this.code = code;
    this.details = Map.copyOf(details);
  }

  /** The stable code. */
  public final ErrorCode code() {
    return code;
  }

  /** What is wrong. */
  public final String description() {
    return String.valueOf(getMessage());
  }

  /** Further entries of the error's extensions. */
  public final Map<String, Object> details() {
    return details;
  }
}
