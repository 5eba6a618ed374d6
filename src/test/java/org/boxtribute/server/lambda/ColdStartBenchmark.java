package org.boxtribute.server.lambda;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.boxtribute.server.testing.TestDatabase;
import org.boxtribute.server.testing.TestServer;
import org.boxtribute.server.testing.TestUser;
import org.junit.jupiter.api.Test;

/**
 * How long a function takes to its first answer, and what it takes: plain and with an AOT cache.
 */
class ColdStartBenchmark {
  private static final int RUNS = 5;

  private final TestServer server = TestServer.shared();

  /**
   * One cold start.
   *
   * @param ready until it asks for its first event, in milliseconds
   * @param answered until it has answered it, in milliseconds
   * @param processor of all threads until then, in milliseconds
   * @param kilobytes in memory then
   * @param classes that are loaded then
   */
  private record Start(long ready, long answered, long processor, long kilobytes, long classes) {}

  @Test
  void coldStarts() throws Exception {
    System.out.printf("zip: %d KB%n", FunctionProcess.zip().toFile().length() / 1024);
    print("plain", starts());
    start("--aot");
    print("AOT cache", starts("--aot"));
  }

  private List<Start> starts(String... options) throws Exception {
    List<Start> starts = new ArrayList<>();
    for (int run = 0; run < RUNS; run++) {
      starts.add(start(options));
    }
    return starts;
  }

  private Start start(String... options) throws Exception {
    Map<String, String> variables =
        FunctionProcess.variables(TestDatabase.server().address("boxtribute_test"));
    Call call =
        Call.graphQl(
            "/graphql",
            server.token(TestUser.coordinator()),
            "{\"query\": \"{ bases { id name locations { id name } } }\"}");
    long begin = System.nanoTime();
    try (FunctionProcess function = FunctionProcess.start(variables, options)) {
      function.api().awaitInitialisation();
      long ready = System.nanoTime();
      function
          .api()
          .invoke(Events.HTTP_API.json(call), RuntimeApi.TIME_FOR_AN_INVOCATION)
          .response();
      long answered = System.nanoTime();
      return new Start(
          milliseconds(ready - begin),
          milliseconds(answered - begin),
          function.handle().info().totalCpuDuration().orElse(Duration.ZERO).toMillis(),
          memory(function.handle().pid()),
          classes(function.handle().pid()));
    }
  }

  private static long milliseconds(long nanoseconds) {
    return Duration.ofNanos(nanoseconds).toMillis();
  }

  private static long memory(long pid) throws IOException {
    return Files.readAllLines(Path.of("/proc", String.valueOf(pid), "status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .map(line -> line.replaceAll("\\D", ""))
        .mapToLong(Long::parseLong)
        .findFirst()
        .orElse(0);
  }

  private static long classes(long pid) throws IOException {
    Path jstat = Path.of(System.getProperty("java.home"), "bin", "jstat");
    Process process = new ProcessBuilder(jstat.toString(), "-class", String.valueOf(pid)).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return Long.parseLong(
        output.lines().skip(1).findFirst().orElse("0").strip().split("\\s+", -1)[0]);
  }

  private static void print(String name, List<Start> starts) {
    System.out.printf(
        "%s, medians of %d: ready %d ms, answered %d ms, processor %d ms, RSS %d MB, %d classes%n",
        name,
        starts.size(),
        median(starts, Start::ready),
        median(starts, Start::answered),
        median(starts, Start::processor),
        median(starts, Start::kilobytes) / 1024,
        median(starts, Start::classes));
  }

  private static long median(List<Start> starts, ToLongFunction<Start> figure) {
    return starts.stream().mapToLong(figure).sorted().skip(starts.size() / 2).findFirst().orElse(0);
  }
}
