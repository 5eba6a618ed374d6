package org.boxtribute.server.graphql.error;

/** The codes that clients find under {@code extensions.code} of an error. */
public enum ErrorCode {
  /** The request names something that does not exist or is not allowed as it stands. */
  BAD_USER_INPUT,
  /** The user lacks a permission, or has it for other bases only. */
  FORBIDDEN,
  /** The fault is the server's. */
  INTERNAL_SERVER_ERROR
}
