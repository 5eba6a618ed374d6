package org.boxtribute.server.graphql;

import graphql.ExecutionResult;

/**
 * What a request came to.
 *
 * @param result has data, be it null, if the request was executed
 * @param stage how far the request came
 */
public record GraphQlAnswer(ExecutionResult result, Stage stage) {

  /** How far a request came. */
  public enum Stage {
    /** Its document was refused. */
    DOCUMENT,
    /** Its document is fine, but not with these variables or this operation name. */
    REQUEST,
    /** It was executed, whatever its fields came to. */
    EXECUTION
  }
}
