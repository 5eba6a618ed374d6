package org.boxtribute.server.lambda;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What Lambda is for a function's process: the Runtime API of 2018-06-01, with one invocation at a
 * time. Listens on the loopback interface.
 */
final class RuntimeApi implements AutoCloseable {
  private static final String VERSION = "/2018-06-01/runtime";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  static final Duration TIME_FOR_AN_INVOCATION = Duration.ofSeconds(29);

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final BlockingQueue<Invocation> invocations = new LinkedBlockingQueue<>();
  private final Map<String, CompletableFuture<Outcome>> outcomes = new ConcurrentHashMap<>();
  private final CompletableFuture<Outcome> initialised = new CompletableFuture<>();
  private final CompletableFuture<Outcome> snapshot = new CompletableFuture<>();
  private volatile boolean ended;
  private final CountDownLatch restored = new CountDownLatch(1);

  private RuntimeApi() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    server.setExecutor(threads);
    server.createContext(VERSION + "/invocation/", this::invocation);
    server.createContext(VERSION + "/init/error", exchange -> initialisation(exchange));
    server.createContext(VERSION + "/restore/next", this::restore);
    server.start();
  }

  @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
  private record Invocation(String id, byte[] event, Duration time) {}

  /** What a process made of something: an answer, or an error. */
  record Outcome(Kind kind, String body) {

    /** What it was. */
    enum Kind {
      READY,
      RESPONSE,
      ERROR
    }

    /** The body of an answer. */
    String response() {
      if (kind != Kind.RESPONSE) {
        throw new AssertionError(body);
      }
      return body;
    }
  }

  static RuntimeApi start() {
    return new RuntimeApi();
  }

  /** Host and port. */
  String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** Nothing more is to be expected of the process. */
  void processEnded() {
    ended = true;
    Outcome nothing = new Outcome(Outcome.Kind.ERROR, "The process has ended");
    initialised.complete(nothing);
    snapshot.complete(nothing);
    outcomes.values().forEach(outcome -> outcome.complete(nothing));
  }

  /** Waits until the process asks for work, or says why it cannot. */
  Outcome awaitInitialisation() {
    return await(initialised);
  }

  /** Waits until the process is ready for its snapshot. */
  void awaitCheckpoint() {
    await(snapshot);
  }

  /** Lets the process go on as if it had been restored. */
  void restore() {
    restored.countDown();
  }

  /** Has an event answered. */
  Outcome invoke(String event) {
    return invoke(event.getBytes(StandardCharsets.UTF_8), TIME_FOR_AN_INVOCATION);
  }

  /** Has an event answered within a time, which the process is told. */
  Outcome invoke(byte[] event, Duration time) {
    Invocation invocation = new Invocation(UUID.randomUUID().toString(), event, time);
    CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    outcomes.put(invocation.id, outcome);
    invocations.add(invocation);
    if (ended) {
      processEnded();
    }
    return await(outcome);
  }

  private static <T> T await(CompletableFuture<T> future) {
    return future.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
  }

  private void invocation(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (path.endsWith("/next")) {
      next(exchange);
      return;
    }
    String[] steps = path.split("/", -1);
    Outcome outcome =
        new Outcome(
            path.endsWith("/error") ? Outcome.Kind.ERROR : Outcome.Kind.RESPONSE, body(exchange));
    Objects.requireNonNull(outcomes.get(steps[steps.length - 2])).complete(outcome);
    answer(exchange, 202, null);
  }

  private void next(HttpExchange exchange) throws IOException {
    initialised.complete(new Outcome(Outcome.Kind.READY, ""));
    try {
      Invocation invocation = invocations.take();
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.getResponseHeaders().set("Lambda-Runtime-Aws-Request-Id", invocation.id);
      exchange
          .getResponseHeaders()
          .set(
              "Lambda-Runtime-Deadline-Ms",
              String.valueOf(System.currentTimeMillis() + invocation.time.toMillis()));
      exchange
          .getResponseHeaders()
          .set(
              "Lambda-Runtime-Invoked-Function-Arn",
              "arn:aws:lambda:eu-west-1:123456789012:function:boxtribute");
      exchange
          .getResponseHeaders()
          .set("Lambda-Runtime-Trace-Id", "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700");
      answer(exchange, 200, invocation.event);
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
    }
  }

  private void initialisation(HttpExchange exchange) throws IOException {
    initialised.complete(new Outcome(Outcome.Kind.ERROR, body(exchange)));
    answer(exchange, 202, null);
  }

  private void restore(HttpExchange exchange) throws IOException {
    snapshot.complete(new Outcome(Outcome.Kind.READY, ""));
    try {
      restored.await();
      answer(exchange, 200, null);
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
    }
  }

  private static String body(HttpExchange exchange) throws IOException {
    return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static void answer(HttpExchange exchange, int status, byte @Nullable [] body)
      throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(status, body == null ? -1 : body.length);
      if (body != null) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  @Override
  public void close() {
    restored.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
