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
import org.boxtribute.server.persistence.DatabaseAddress;
import org.boxtribute.server.testing.TestDatabase;
import org.boxtribute.server.testing.TestServer;
import org.boxtribute.server.testing.TestUser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * From the start of the packaged jar to its first answer: a page of the Manage Boxes page, on a
 * database that is there and warm. The kinds of starts take turns, and each is a process of its
 * own.
 */
final class StartBenchmark {
  private static final int ROUNDS = Integer.getInteger("bench.starts", 5);
  private static final Path TARGET = Path.of("target");
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
  void startsOfTheJar() throws Exception {
    Path jar = jar();
    List<String> plain = List.of("-jar", jar.toString());
    List<String> cached =
        List.of("-XX:AOTCache=" + TARGET.resolve("boxtribute-server.aot"), "-jar", jar.toString());
    List<String> patient = new ArrayList<>(List.of("-XX:CompileThresholdScaling=20"));
    patient.addAll(cached);
    Starts first = new Starts("plain", plain);
    Starts second = new Starts("with the AOT cache", cached);
    Starts third = new Starts("the same, compiling later", patient);
    for (int round = 0; round < ROUNDS; round++) {
      for (Starts starts : List.of(first, second, third)) {
        starts.add();
      }
    }
    System.out.printf(
        "%n%-28s %8s %10s %8s %6s %s%n", "start", "wall s", "process s", "classes", "RSS MB", "");
    for (Starts starts : List.of(first, second, third)) {
      System.out.printf(
          Locale.ROOT, "%s, %.2f times plain%n", starts, starts.processor() / first.processor());
    }
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

  /** Starts of one kind. */
  private static final class Starts {
    private final String name;
    private final List<String> options;
    private final List<Start> starts = new ArrayList<>();

    Starts(String name, List<String> options) {
      this.name = name;
      this.options = options;
    }

    void add() throws Exception {
      int port = freePort();
      long begin = System.nanoTime();
      Process process = process(port);
      try {
        awaitAnswer(port, process);
        double wall = (System.nanoTime() - begin) / 1e9;
        double processor =
            process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1000.0;
        starts.add(new Start(wall, processor, classes(process), resident(process)));
      } finally {
        process.destroy();
        process.waitFor();
      }
    }

    private Process process(int port) throws IOException {
      List<String> command = new ArrayList<>(List.of(tool("java")));
      command.addAll(options);
      ProcessBuilder builder = new ProcessBuilder(command);
      Map<String, String> variables = new HashMap<>(TestServer.issuerVariables());
      variables.put("MYSQL_HOST", database.host());
      variables.put("MYSQL_PORT", String.valueOf(database.port()));
      variables.put("MYSQL_USER", TestDatabase.server().user());
      variables.put("MYSQL_PASSWORD", TestDatabase.server().password());
      variables.put("MYSQL_DB", database.database());
      variables.put("PORT", String.valueOf(port));
      builder.environment().putAll(variables);
      return builder
          .redirectErrorStream(true)
          .redirectOutput(TARGET.resolve("start-benchmark.log").toFile())
          .start();
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
          "%-28s %8.2f %10.2f %8.0f %6.0f",
          name,
          median(Start::wall),
          processor(),
          median(Start::classes),
          median(Start::resident));
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void awaitAnswer(int port, Process process) throws Exception {
    HttpRequest post =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/graphql"))
            .header("Content-Type", "application/json")
            .header(
                "Authorization",
                "Bearer " + TestServer.shared().token(TestUser.coordinator(2, 1, 1)))
            .POST(HttpRequest.BodyPublishers.ofString(request))
            .build();
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (process.isAlive() && System.nanoTime() < end) {
      try {
        HttpResponse<String> answer = HTTP.send(post, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.body()).startsWith("{\"data\":{\"boxes\":{");
        return;
      } catch (ConnectException notYet) {
        Thread.sleep(20);
      }
    }
    throw new AssertionError(
        "The jar did not start:\n" + Files.readString(TARGET.resolve("start-benchmark.log")));
  }

  private static double classes(Process process) throws IOException {
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

  private static double resident(Process process) throws IOException {
    return Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
        .sum();
  }

  private static String tool(String name) {
    return Path.of(System.getProperty("java.home"), "bin", name).toString();
  }
}
