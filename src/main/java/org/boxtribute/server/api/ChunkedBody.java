package org.boxtribute.server.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A body that one thread writes while another sends it. No more than a few chunks wait in between,
 * so that a large answer takes no memory beside its own data, and a slow client holds its writer up
 * instead of filling the memory.
 */
final class ChunkedBody {
  private static final int CHUNK_BYTES = 64 * 1024;
  private static final int WAITING_CHUNKS = 4;
  private static final long PATIENCE_SECONDS = 120;

  private final BlockingQueue<Chunk> chunks = new ArrayBlockingQueue<>(WAITING_CHUNKS);
  private volatile boolean abandoned;

  private ChunkedBody() {}

  /** Writes a body. */
  @FunctionalInterface
  interface Writer {
    void write(OutputStream stream) throws IOException;
  }

  /**
   * Starts writing a body.
   *
   * @return the whole body, if it fits one chunk; else a stream to send it from
   */
  static Body of(Writer writer, Executor executor) {
    ChunkedBody body = new ChunkedBody();
    executor.execute(() -> body.write(writer));
    Chunk first = body.take();
    return first.last
        ? new Body.Whole(first.exactBytes())
        : new Body.Streamed(body.new Reading(first));
  }

  /** A body that is there, or that comes while it is sent. */
  sealed interface Body {

    /** All of it. */
    @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
    record Whole(byte[] bytes) implements Body {}

    /** To be read to its end, or closed. */
    record Streamed(InputStream stream) implements Body {}
  }

  /**
   * A part of the body.
   *
   * @param length how many of the bytes count
   * @param failure why the writer ended early
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
  private record Chunk(byte[] bytes, int length, boolean last, @Nullable IOException failure) {
    byte[] exactBytes() {
      return Arrays.copyOf(bytes, length);
    }
  }

  private void write(Writer writer) {
    Writing stream = new Writing();
    try {
      writer.write(stream);
      stream.finish(null);
    } catch (IOException | RuntimeException failure) {
      try {
        stream.finish(new IOException("The answer could not be written", failure));
      } catch (IOException gone) {
        // nobody reads any more
      }
    }
  }

  private Chunk take() {
    try {
      return chunks.take();
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      abandoned = true;
      throw new IllegalStateException(interruption);
    }
  }

  private final class Writing extends OutputStream {
    private byte[] bytes = new byte[CHUNK_BYTES];
    private int length;

    @Override
    public void write(int oneByte) throws IOException {
      if (length == bytes.length) {
        pass(false, null);
      }
      bytes[length++] = (byte) oneByte;
    }

    @Override
    public void write(byte[] source, int offset, int count) throws IOException {
      int from = offset;
      int left = count;
      while (left > 0) {
        if (length == bytes.length) {
          pass(false, null);
        }
        int copied = Math.min(left, bytes.length - length);
        System.arraycopy(source, from, bytes, length, copied);
        length += copied;
        from += copied;
        left -= copied;
      }
    }

    void finish(@Nullable IOException failure) throws IOException {
      pass(true, failure);
    }

    private void pass(boolean last, @Nullable IOException failure) throws IOException {
      Chunk chunk = new Chunk(bytes, length, last, failure);
      try {
        for (int waited = 0; !chunks.offer(chunk, 1, TimeUnit.SECONDS); waited++) {
          if (abandoned || waited == PATIENCE_SECONDS) {
            throw new IOException("The client reads no further");
          }
        }
      } catch (InterruptedException interruption) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException();
      }
      if (abandoned) {
        throw new IOException("The client is gone");
      }
      if (!last) {
        bytes = new byte[CHUNK_BYTES];
        length = 0;
      }
    }
  }

  private final class Reading extends InputStream {
    private Chunk chunk;
    private int position;

    Reading(Chunk first) {
      this.chunk = first;
    }

    @Override
    public int read() throws IOException {
      return hasMore() ? chunk.bytes[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int count) throws IOException {
      if (!hasMore()) {
        return -1;
      }
      int copied = Math.min(count, chunk.length - position);
      System.arraycopy(chunk.bytes, position, target, offset, copied);
      position += copied;
      return copied;
    }

    private boolean hasMore() throws IOException {
      while (position == chunk.length) {
        if (chunk.failure != null) {
          throw chunk.failure;
        }
        if (chunk.last) {
          return false;
        }
        chunk = take();
        position = 0;
      }
      return true;
    }

    @Override
    public void close() {
      abandoned = true;
      chunks.clear();
    }
  }
}
