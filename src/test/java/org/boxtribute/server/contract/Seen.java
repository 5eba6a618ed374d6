package org.boxtribute.server.contract;

/** What a user sees of a guarded field, told against what one sees who holds all permissions. */
sealed interface Seen {

  /** The same. */
  record Open() implements Seen {}

  /**
   * An error, and null. Both may stand further up than the field: the error where a field on the
   * way is refused, null where it had to rise to.
   *
   * @param at the path of what is refused
   * @param nullAt the path of the null
   */
  record Refused(String at, String nullAt) implements Seen {}

  /** Another value, without an error. */
  record Instead(String json) implements Seen {}

  /** Nothing, where there must be something: an error without a code, and null further up. */
  record Missing(String nullAt) implements Seen {}
}
