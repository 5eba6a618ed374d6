package org.boxtribute.server.operations;

/** Exchanges a user's credentials for an access token. Implementations are safe to share. */
public interface TokenIssuer {

  /** Asks for a token. May wait for another server. */
  Answer exchange(String userName, String password);

  /**
   * What the issuer says.
   *
   * @param granted whether it is a token
   * @param json a JSON object
   */
  record Answer(boolean granted, String json) {}
}
