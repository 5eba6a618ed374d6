package org.boxtribute.server.lambda;

/** The function was called with something that is no HTTP request; the message says why. */
final class MalformedEvent extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MalformedEvent(String message) {
    super(message, null, false, false);
  }
}
