package org.boxtribute.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ChunkedBodyTests {
  private static final byte[] CHUNK = new byte[64 * 1024];
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final Duration SHORT = Duration.ofMillis(50);

  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

  @AfterEach
  void endTheWriters() {
    executor.close();
  }

  @Test
  void aSmallBodyIsWhole() throws IOException {
    assertThat(ChunkedBody.of(stream -> stream.write(7), executor, LONG))
        .isInstanceOfSatisfying(
            ChunkedBody.Body.Whole.class, whole -> assertThat(whole.bytes()).containsExactly(7));
  }

  @Test
  void aLargeBodyIsStreamed() throws IOException {
    ChunkedBody.Writer writer =
        stream -> {
          for (int i = 0; i < 20; i++) {
            stream.write(CHUNK);
          }
        };

    try (InputStream stream = streamOf(writer, LONG)) {
      assertThat(stream.readAllBytes()).hasSize(20 * CHUNK.length);
    }
  }

  @Test
  void aWriterThatFailsBeforeTheFirstChunkFailsTheBody() {
    ChunkedBody.Writer writer =
        stream -> {
          stream.write(7);
          throw new IllegalStateException("wrong");
        };

    assertThatThrownBy(() -> ChunkedBody.of(writer, executor, LONG))
        .isInstanceOf(IOException.class)
        .hasRootCauseMessage("wrong");
  }

  @Test
  void evenAnErrorOfTheWriterIsTold() {
    ChunkedBody.Writer writer =
        stream -> {
          throw new StackOverflowError("too deep");
        };

    assertThatThrownBy(() -> ChunkedBody.of(writer, executor, LONG))
        .isInstanceOf(IOException.class)
        .hasRootCauseMessage("too deep");
  }

  @Test
  void aWriterThatFailsLaterFailsTheStream() throws IOException {
    ChunkedBody.Writer writer =
        stream -> {
          for (int i = 0; i < 7; i++) {
            stream.write(CHUNK);
          }
          throw new OutOfMemoryError("none left");
        };

    try (InputStream stream = streamOf(writer, LONG)) {
      assertThatThrownBy(stream::readAllBytes)
          .isInstanceOf(IOException.class)
          .hasRootCauseMessage("none left");
    }
  }

  @Test
  void aWriterThatComesToNothingIsNotWaitedForForEver() {
    CountDownLatch never = new CountDownLatch(1);
    ChunkedBody.Writer writer = stream -> await(never);

    assertThatThrownBy(() -> ChunkedBody.of(writer, executor, SHORT))
        .isInstanceOf(IOException.class);
    never.countDown();
  }

  @Test
  void aReaderThatStopsIsNotWaitedForForEverAndIsToldWhenItReadsOn() throws Exception {
    CompletableFuture<Throwable> end = new CompletableFuture<>();
    try (InputStream stream = streamOf(endless(end), SHORT)) {
      assertThat(end.get()).isInstanceOf(IOException.class);
      assertThatThrownBy(stream::readAllBytes).isInstanceOf(IOException.class);
    }
  }

  @Test
  void aReaderThatLeavesEndsTheWriter() throws Exception {
    CompletableFuture<Throwable> end = new CompletableFuture<>();
    streamOf(endless(end), LONG).close();

    assertThat(end.get()).isInstanceOf(IOException.class);
  }

  @Test
  void aWriterThatNobodyRunsFailsTheBody() {
    executor.shutdown();

    assertThatThrownBy(() -> ChunkedBody.of(stream -> {}, executor, LONG))
        .isInstanceOf(RejectedExecutionException.class);
  }

  @Test
  void anInterruptedReaderWaitsNoLonger() {
    CountDownLatch never = new CountDownLatch(1);
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> ChunkedBody.of(stream -> await(never), executor, LONG))
        .isInstanceOf(IOException.class);
    assertThat(Thread.interrupted()).isTrue();
    never.countDown();
  }

  private InputStream streamOf(ChunkedBody.Writer writer, Duration patience) throws IOException {
    return ((ChunkedBody.Body.Streamed) ChunkedBody.of(writer, executor, patience)).stream();
  }

  private static ChunkedBody.Writer endless(CompletableFuture<Throwable> end) {
    return stream -> {
      try {
        while (true) {
          stream.write(CHUNK);
        }
      } catch (IOException failure) {
        end.complete(failure);
        throw failure;
      }
    };
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
    }
  }
}
