package org.boxtribute.server.graphql.error;

/** The codes that clients find under {@code extensions.code} of an error. They never change. */
public enum ErrorCode {
  /** The request names something that does not exist or is not allowed as it stands. */
  BAD_USER_INPUT,
  /** The user lacks a permission, or has it for other bases only. */
  FORBIDDEN,
  /** The fault is the server's. */
  INTERNAL_SERVER_ERROR,
  /** The document does not follow GraphQL's grammar. */
  GRAPHQL_PARSE_FAILED,
  /** The document does not fit the schema. */
  GRAPHQL_VALIDATION_FAILED,
  /** The document has no operation of the given name, or several and none was named. */
  OPERATION_RESOLUTION_FAILURE,
  /** The schema cannot be asked for here. */
  INTROSPECTION_DISABLED,
  /** The schema is asked for in circles. */
  INTROSPECTION_TOO_DEEP,
  /** The document has too many tokens or characters. */
  DOCUMENT_TOO_LARGE,
  /** The operation's fields are nested too deep. */
  OPERATION_TOO_DEEP,
  /** The operation has too many fields. */
  OPERATION_TOO_LARGE,
  /** The operation has too many aliases. */
  TOO_MANY_ALIASES,
  /** No document is known by the id that the request names. */
  PERSISTED_QUERY_NOT_FOUND,
  /** The server keeps no documents that clients send. */
  PERSISTED_QUERY_NOT_SUPPORTED,
  /** The request's document is another one than its id says. */
  DOCUMENT_ID_MISMATCH,
  /** No front-end's build has registered the document, and the server answers no others. */
  DOCUMENT_NOT_TRUSTED,
  /** The operation took too long. */
  TIME_LIMIT_EXCEEDED,
  /** The answer is larger than what can be returned here. */
  ANSWER_TOO_LARGE,
  /** The value of a field does not fit its type, as a sum that is larger than an Int can be. */
  VALUE_NOT_REPRESENTABLE
}
