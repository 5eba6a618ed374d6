package org.boxtribute.server.released;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The breaking changes that are meant: a line each, {@code full: Box.comment is removed | reason}.
 * Empty lines, and those that begin with {@code #}, count for nothing.
 */
final class Approvals {
  private final Map<String, String> reasons = new LinkedHashMap<>();

  /**
   * Reads the lines of the file.
   *
   * @throws IllegalArgumentException if one has no reason
   */
  Approvals(List<String> lines) {
    for (String line : lines) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] parts = line.split("\\|", 2);
      if (parts.length < 2 || parts[1].isBlank()) {
        throw new IllegalArgumentException("An approval needs a reason after a |: " + line);
      }
      reasons.put(parts[0].strip(), parts[1].strip());
    }
  }

  boolean covers(String change) {
    return reasons.containsKey(change);
  }

  /** The changes that are approved, though nobody has made them. */
  List<String> notMade(Set<String> made) {
    return reasons.keySet().stream().filter(change -> !made.contains(change)).toList();
  }
}
