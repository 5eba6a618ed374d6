package org.boxtribute.server.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A body that one thread writes while another sends it. No more than a few chunks wait in between,
 * so that a large answer takes no memory beside its own data, and a slow client holds its writer up
 * instead of filling the memory.
 */
final class ChunkedBody {
  private static final int CHUNK_BYTES = 64 * 1024;
  private static final int WAITING_CHUNKS = 4;

  /** How often a writer who waits looks whether the reader is still there. */
  private static final long GLANCE_MILLISECONDS = 1000;

  private static final Logger LOG = LoggerFactory.getLogger(ChunkedBody.class);

  private final BlockingQueue<Chunk> chunks = new ArrayBlockingQueue<>(WAITING_CHUNKS);
  private final Duration patience;
  private volatile boolean abandoned;

  private ChunkedBody(Duration patience) {
    this.patience = patience;
  }

  /** Writes a body. */
  @FunctionalInterface
  interface Writer {
    void write(OutputStream stream) throws IOException;
  }

  /**
   * Starts writing a body.
   *
   * @param patience how long writer and reader wait for each other
   * @return the whole body, if it fits one chunk; else a stream to send it from, which fails if the
   *     writer does
   * @throws IOException if the writer fails, or comes to nothing in time, before the first chunk
   */
  static Body of(Writer writer, Executor executor, Duration patience) throws IOException {
    ChunkedBody body = new ChunkedBody(patience);
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

  /** Whatever the writer fails with, the reader is told. */
  private void write(Writer writer) {
    Writing stream = new Writing();
    try {
      writer.write(stream);
      stream.pass(true);
    } catch (Throwable failure) {
      if (!abandoned) {
        LOG.error("An answer could not be written", failure);
      }
      chunks.clear();
      chunks.add(
          new Chunk(
              new byte[0], 0, true, new IOException("The answer could not be written", failure)));
    }
  }

  private Chunk take() throws IOException {
    try {
      Chunk chunk = chunks.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (chunk == null) {
        abandoned = true;
        throw new IOException("The answer is not written in time");
      }
      if (chunk.failure != null) {
        throw chunk.failure;
      }
      return chunk;
    } catch (InterruptedException interruption) {
      abandoned = true;
      throw interrupted();
    }
  }

  private static InterruptedIOException interrupted() {
    Thread.currentThread().interrupt();
    return new InterruptedIOException();
  }

  private final class Writing extends OutputStream {
    private byte[] bytes = new byte[CHUNK_BYTES];
    private int length;

    @Override
    public void write(int oneByte) throws IOException {
      if (length == bytes.length) {
        pass(false);
      }
      bytes[length++] = (byte) oneByte;
    }

    @Override
    public void write(byte[] source, int offset, int count) throws IOException {
      int from = offset;
      int left = count;
      while (left > 0) {
        if (length == bytes.length) {
          pass(false);
        }
        int copied = Math.min(left, bytes.length - length);
        System.arraycopy(source, from, bytes, length, copied);
        length += copied;
        from += copied;
        left -= copied;
      }
    }

    private void pass(boolean last) throws IOException {
      if (!offered(new Chunk(bytes, length, last, null))) {
        abandoned = true;
        throw new IOException("The client reads no further");
      }
      if (!last) {
        bytes = new byte[CHUNK_BYTES];
        length = 0;
      }
    }

    private boolean offered(Chunk chunk) throws IOException {
      try {
        long end = System.nanoTime() + patience.toNanos();
        while (!abandoned && System.nanoTime() < end) {
          if (chunks.offer(chunk, GLANCE_MILLISECONDS, TimeUnit.MILLISECONDS)) {
            return true;
          }
        }
        return false;
      } catch (InterruptedException interruption) {
        throw interrupted();
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
