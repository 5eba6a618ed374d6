package org.boxtribute.server.lambda;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Collects a body for as long as it can be returned: in the JSON that a function returns, it takes
 * more bytes than it has. For one thread.
 */
final class Payload extends ByteArrayOutputStream {
  private static final int PART_BYTES = 16 * 1024;

  private final boolean text;
  private long bytesLeft;

  private Payload(boolean text, long bytesLeft) {
    this.text = text;
    this.bytesLeft = bytesLeft;
  }

  /**
   * Reads a body to its end, without holding it twice.
   *
   * @param text whether the JSON holds it as text, else in Base64
   * @param limit how many bytes of the JSON are left for it
   * @return empty if it takes more
   */
  static Optional<Payload> read(InputStream body, boolean text, long limit) throws IOException {
    Payload payload = new Payload(text, limit);
    byte[] part = new byte[PART_BYTES];
    for (int read = body.read(part); read >= 0; read = body.read(part)) {
      payload.add(part, read);
      if (payload.bytesLeft < 0) {
        return Optional.empty();
      }
    }
    return Optional.of(payload);
  }

  private void add(byte[] part, int length) {
    bytesLeft -= text ? escaped(part, length) : (length * 4L + 2) / 3;
    if (bytesLeft >= 0) {
      write(part, 0, length);
    }
  }

  /** The bytes themselves, of which {@link #size} count. */
  byte[] buffer() {
    return buf;
  }

  /** Quotes, backslashes and line ends take two characters, other control characters six. */
  private static long escaped(byte[] part, int length) {
    long escaped = length;
    for (int at = 0; at < length; at++) {
      byte one = part[at];
      if (one == '"' || one == '\\' || one == '\n' || one == '\r' || one == '\t') {
        escaped++;
      } else if (one >= 0 && one < ' ') {
        escaped += 5;
      }
    }
    return escaped;
  }
}
