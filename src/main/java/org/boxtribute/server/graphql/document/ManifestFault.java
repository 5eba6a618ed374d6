package org.boxtribute.server.graphql.document;

/**
 * The trusted documents are not as they have to be, so that the server does not start. The message
 * is one line, and names the file and the document.
 */
public final class ManifestFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A fault, told in one line. */
  public ManifestFault(String message) {
    super(message.strip().replaceAll("\\s*\\R\\s*", " "), null, false, false);
  }
}
