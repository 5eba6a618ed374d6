package org.boxtribute.server.api;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file of a front-end that is open for one answer: what is sent is what was hashed, also when
 * another file takes its place meanwhile. To be closed. For one thread at a time.
 */
final class FrontEndFile implements AutoCloseable {
  private static final int BUFFER_BYTES = 64 * 1024;
  private static final int HASH_BYTES = 16;

  private final FileChannel channel;
  private final String hash;
  private final long length;

  private FrontEndFile(FileChannel channel) throws IOException {
    this.channel = channel;
    MessageDigest digest = sha256();
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
    long read = 0;
    for (int count = channel.read(buffer, 0); count > 0; count = channel.read(buffer, read)) {
      read += count;
      digest.update(buffer.flip());
      buffer.clear();
    }
    this.length = read;
    this.hash = HexFormat.of().formatHex(digest.digest(), 0, HASH_BYTES);
  }

  /**
   * Opens a file and reads it once.
   *
   * @throws IOException if it cannot be read, or is there no more
   */
  @SuppressWarnings("resource") // closed with the file
  static FrontEndFile open(Path path) throws IOException {
    FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
    try {
      return new FrontEndFile(channel);
    } catch (IOException failure) {
      channel.close();
      throw failure;
    }
  }

  /** Tells its contents from all others. */
  String hash() {
    return hash;
  }

  /** In bytes. */
  long length() {
    return length;
  }

  /** Writes all of it. */
  void writeTo(OutputStream stream) throws IOException {
    long written = 0;
    while (written < length) {
      long count =
          channel.transferTo(
              written, Math.min(BUFFER_BYTES, length - written), Channels.newChannel(stream));
      if (count <= 0) {
        throw new IOException("The file has become shorter");
      }
      written += count;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
