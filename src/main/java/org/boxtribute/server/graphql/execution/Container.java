package org.boxtribute.server.graphql.execution;

import graphql.execution.ResultPath;
import org.jspecify.annotations.Nullable;

/**
 * An object or a list of the response while it is made. Where it occurs at several places, it knows
 * the first.
 */
sealed interface Container permits ResultObject, ResultList {

  /** The number of values. */
  int size();

  /** The value at a position as it was completed: it may be a {@link Failure}. */
  @Nullable Object completed(int position);

  /** Puts a completed value at a position. */
  void complete(int position, @Nullable Object value);

  /** What this container is a value of, at its first place; null for the root. */
  @Nullable Container parent();

  /** Its position in {@link #parent}. */
  int position();

  /** The first place where this container occurs. */
  default ResultPath path() {
    Container parent = parent();
    return parent == null ? ResultPath.rootPath() : parent.path(parent.path(), position());
  }

  /** The path of the value at a position below a place where this container occurs. */
  ResultPath path(ResultPath place, int position);

  /** Whether a value that must not be null is, so that null stands in this container's place. */
  boolean isBroken();

  /** See {@link #isBroken}. */
  void breakUp();

  /** Whether nothing failed in this container or below it. */
  boolean isClean();

  /** See {@link #isClean}. */
  void markClean();

  /** A completed value as the response shows it: null in place of what failed. */
  static @Nullable Object shown(@Nullable Object completed) {
    return switch (completed) {
      case Failure.Reported reported -> shown(reported.value());
      case Failure failure -> null;
      case Container container when container.isBroken() -> null;
      case null, default -> completed;
    };
  }
}
