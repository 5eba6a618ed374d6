package org.boxtribute.server.released;

import java.util.Set;

/**
 * A change of a schema after which a client may fail that worked before.
 *
 * @param words says what has changed, in one line: it is approved by these words
 * @param uses an operation may break that uses all of these coordinates; see {@link Operation}
 */
record BreakingChange(String words, Set<String> uses) {
  BreakingChange(String words, String... uses) {
    this(words, Set.of(uses));
  }
}
