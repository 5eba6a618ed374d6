package org.boxtribute.server.api;

import io.micronaut.http.HttpStatus;

/** The request cannot be read; the explanation says why, in words for the client. */
final class BadRequest extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final HttpStatus status;
  private final String explanation;

  BadRequest(String explanation) {
    this(HttpStatus.BAD_REQUEST, explanation);
  }

  BadRequest(HttpStatus status, String explanation) {
    super(explanation, null, false, false);
    this.status = status;
    this.explanation = explanation;
  }

  HttpStatus status() {
    return status;
  }

  String explanation() {
    return explanation;
  }
}
