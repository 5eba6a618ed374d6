package org.boxtribute.server.graphql.document;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a document is known by. The forms are those of the draft "GraphQL over HTTP", appendix
 * Persisted Documents.
 */
public sealed interface DocumentId {

  /** The hash of the document's text; it fits no other document. */
  record Hash(String digits) implements DocumentId {
    private static final Pattern DIGITS = Pattern.compile("[0-9a-fA-F]{64}");

    /**
     * Reads a hash, of which the case does not matter.
     *
     * @throws IllegalArgumentException unless it has 64 hexadecimal digits
     */
    public Hash {
      if (!DIGITS.matcher(digits).matches()) {
        throw new IllegalArgumentException("A hash has 64 hexadecimal digits");
      }
      digits = digits.toLowerCase(Locale.ROOT);
    }

    /** The hash of a text. */
    static Hash of(String text) {
      try {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        return new Hash(
            HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8))));
      } catch (NoSuchAlgorithmException impossible) {
        throw new IllegalStateException(impossible); // every JVM has it
      }
    }
  }

  /** A name that the build of a front-end gave the document. */
  record Name(String name) implements DocumentId {}

  /**
   * Reads an id: {@code sha256:} and 64 hexadecimal digits, or these alone, are a hash, all else is
   * a name.
   *
   * @throws IllegalArgumentException if it is empty, or if other than a hash follows {@code
   *     sha256:}
   */
  static DocumentId of(String id) {
    if (id.isBlank()) {
      throw new IllegalArgumentException("An id is not empty");
    }
    if (id.startsWith("sha256:")) {
      return new Hash(id.substring("sha256:".length()));
    }
    return Hash.DIGITS.matcher(id).matches() ? new Hash(id) : new Name(id);
  }
}
