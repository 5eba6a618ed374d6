package org.boxtribute.server.graphql.error;

/** The request asks for what does not exist, or for what may not be done. */
public final class BadUserInput extends ApiException {
  private static final long serialVersionUID = 1L;

  /** Creates a failure that tells the client what is wrong. */
  public BadUserInput(String description) {
    super(ErrorCode.BAD_USER_INPUT, description);
  }

  /** The answer to an id or key that no row has. */
  public static BadUserInput doesNotExist(String resource, Object key) {
    return new BadUserInput("There is no " + resource + " '" + key + "'.");
  }
}
