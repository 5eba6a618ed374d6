package org.boxtribute.server.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.boxtribute.server.lambda.ColdStart;
import org.boxtribute.server.persistence.DatabaseAddress;
import org.boxtribute.server.testing.TestDatabase;
import org.boxtribute.server.testing.TestServer;
import org.boxtribute.server.testing.TestUser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * From the start of the packaged server, and of the packaged function, to its first answer: 50
 * boxes of the Manage Boxes page, on a database that is there and warm. The kinds of starts take
 * turns, and each is a process of its own.
 */
final class StartBenchmark {
  private static final int ROUNDS = Integer.getInteger("bench.starts", 5);
  private static final Path TARGET = Path.of("target");
  private static final Path LOG = TARGET.resolve("start-benchmark.log");
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private static DatabaseAddress database;
  private static String request;

  @BeforeAll
  static void fill() throws IOException {
    try (TestServer server = TestServer.withDemoData("boxtribute_start", Map.of())) {
      assertThat(server.uri()).isNotNull();
    }
    database = TestDatabase.server().address("boxtribute_start");
    try (InputStream document =
        StartBenchmark.class.getResourceAsStream("/benchmark/manage-boxes.graphql")) {
      request =
          new ObjectMapper()
              .writeValueAsString(
                  Map.of(
                      "query",
                      new String(document.readAllBytes(), StandardCharsets.UTF_8),
                      "variables",
                      Map.of("baseId", 1, "paginationInput", 50)));
    }
  }

  @Test
  void starts() throws Exception {
    String jar = jar().toString();
    String cache = "-XX:AOTCache=" + TARGET.resolve("boxtribute-server.aot");
    List<Starts> kinds =
        List.of(
            new Starts("server", () -> ServerStart.begin("-jar", jar)),
            new Starts("server, AOT cache", () -> ServerStart.begin(cache, "-jar", jar)),
            new Starts(
                "server, as README has it",
                () -> ServerStart.begin(cache, "-XX:CompileThresholdScaling=20", "-jar", jar)),
            new Starts("function", () -> FunctionStart.begin()),
            new Starts("function, AOT cache", () -> FunctionStart.begin("--aot")));
    try (Running first = FunctionStart.begin("--aot")) {
      // The first run of a zip makes its cache.
      first.awaitAnswer();
    }
    for (int round = 0; round < ROUNDS; round++) {
      for (Starts starts : kinds) {
        starts.add();
      }
    }
    System.out.printf(
        "%n%-28s %8s %12s %8s %7s%n", "start", "wall s", "processor s", "classes", "RSS MB");
    for (Starts starts : kinds) {
      System.out.printf(
          Locale.ROOT,
          "%s, %.2f times the plain server%n",
          starts,
          starts.processor() / kinds.getFirst().processor());
    }
    System.out.printf(
        Locale.ROOT, "function's zip: %.1f MB%n", ColdStart.zipBytes() / (1024.0 * 1024));
  }

  private static Path jar() throws IOException {
    try (Stream<Path> files = Files.list(TARGET)) {
      return files
          .filter(file -> file.getFileName().toString().matches("boxtribute-server-.*\\.jar"))
          .findFirst()
          .orElseThrow();
    }
  }

  /**
   * One start, up to its first answer.
   *
   * @param wall in seconds
   * @param processor in seconds, of all threads
   * @param resident memory, in MB
   */
  private record Start(double wall, double processor, double classes, double resident) {}

  /** A process that has been started. */
  private interface Running extends AutoCloseable {
    void awaitAnswer() throws Exception;

    ProcessHandle handle();

    @Override
    void close();
  }

  /** Starts a process. */
  @FunctionalInterface
  private interface Starter {
    Running begin() throws IOException;
  }

  private record ServerStart(Process process, int port) implements Running {

    static ServerStart begin(String... options) throws IOException {
      int port = freePort();
      ProcessBuilder builder = new ProcessBuilder(tool("java"));
      builder.command().addAll(List.of(options));
      Map<String, String> variables = new HashMap<>(TestServer.issuerVariables());
      variables.put("MYSQL_HOST", database.host());
      variables.put("MYSQL_PORT", String.valueOf(database.port()));
      variables.put("MYSQL_USER", TestDatabase.server().user());
      variables.put("MYSQL_PASSWORD", TestDatabase.server().password());
      variables.put("MYSQL_DB", database.database());
      variables.put("PORT", String.valueOf(port));
      builder.environment().putAll(variables);
      builder.redirectErrorStream(true).redirectOutput(LOG.toFile());
      return new ServerStart(builder.start(), port);
    }

    @Override
    public void awaitAnswer() throws Exception {
      HttpRequest post =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/graphql"))
              .header("Content-Type", "application/json")
              .header("Authorization", "Bearer " + token())
              .POST(HttpRequest.BodyPublishers.ofString(request))
              .build();
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (process.isAlive() && System.nanoTime() < end) {
        try {
          HttpResponse<String> answer = HTTP.send(post, HttpResponse.BodyHandlers.ofString());
          assertThat(answer.body()).startsWith("{\"data\":{\"boxes\":{");
          return;
        } catch (ConnectException notYet) {
          Thread.sleep(10);
        }
      }
      throw new AssertionError("The server did not start:\n" + Files.readString(LOG));
    }

    @Override
    public ProcessHandle handle() {
      return process.toHandle();
    }

    @Override
    public void close() {
      process.destroy();
      process.onExit().join();
    }
  }

  private record FunctionStart(ColdStart function) implements Running {

    static FunctionStart begin(String... options) {
      return new FunctionStart(ColdStart.begin(database, options));
    }

    @Override
    public void awaitAnswer() {
      assertThat(function.answer(token(), request)).contains("\\\"boxes\\\"");
    }

    @Override
    public ProcessHandle handle() {
      return function.handle();
    }

    @Override
    public void close() {
      function.close();
    }
  }

  /** Starts of one kind. */
  private static final class Starts {
    private final String name;
    private final Starter starter;
    private final List<Start> starts = new ArrayList<>();

    Starts(String name, Starter starter) {
      this.name = name;
      this.starter = starter;
    }

    void add() throws Exception {
      long begin = System.nanoTime();
      try (Running running = starter.begin()) {
        running.awaitAnswer();
        double wall = (System.nanoTime() - begin) / 1e9;
        ProcessHandle process = running.handle();
        double processor =
            process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1000.0;
        starts.add(new Start(wall, processor, classes(process), resident(process)));
      }
    }

    double processor() {
      return median(Start::processor);
    }

    private double median(ToDoubleFunction<Start> figure) {
      double[] sorted = starts.stream().mapToDouble(figure).sorted().toArray();
      return sorted[sorted.length / 2];
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%-28s %8.2f %12.2f %8.0f %7.0f",
          name,
          median(Start::wall),
          processor(),
          median(Start::classes),
          median(Start::resident));
    }
  }

  private static String token() {
    return TestServer.shared().token(TestUser.coordinator(2, 1, 1));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static double classes(ProcessHandle process) throws IOException {
    Process counters =
        new ProcessBuilder(tool("jcmd"), String.valueOf(process.pid()), "PerfCounter.print")
            .start();
    try (InputStream output = counters.getInputStream()) {
      return new String(output.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.matches("java\\.cls\\.(loadedClasses|sharedLoadedClasses)=\\d+"))
          .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf('=') + 1)))
          .sum();
    }
  }

  private static double resident(ProcessHandle process) throws IOException {
    return Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
        .sum();
  }

  private static String tool(String name) {
    return Path.of(System.getProperty("java.home"), "bin", name).toString();
  }
}
