package org.boxtribute.server.security;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;

/** The bases that a list is limited to: what a user sees of something they may read. */
public sealed interface BaseScope {

  /** Whether rows of that base are within the scope. */
  boolean includes(int baseId);

  /** No limit: god users see every base. */
  record All() implements BaseScope {
    @Override
    public boolean includes(int baseId) {
      return true;
    }
  }

  /**
   * Rows of these bases only.
   *
   * @param baseIds immutable and in ascending order, so that the SQL of equal scopes is equal
   */
  record Only(Set<Integer> baseIds) implements BaseScope {
    /** Copies the ids. */
    public Only {
      baseIds = Collections.unmodifiableSet(new LinkedHashSet<>(new TreeSet<>(baseIds)));
    }

    @Override
    public boolean includes(int baseId) {
      return baseIds.contains(baseId);
    }
  }
}
