package org.boxtribute.server.lambda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.boxtribute.server.persistence.DatabaseAddress;
import org.boxtribute.server.testing.TestDatabase;
import org.boxtribute.server.testing.TestServer;

/** The packaged function, started by {@code src/lambda/run} against an emulator. */
final class FunctionProcess implements AutoCloseable {
  private static final int SECONDS_TO_END = 60;

  private final Process process;
  private final Path output;
  private final RuntimeApi api;

  private FunctionProcess(Process process, Path output, RuntimeApi api) {
    this.process = process;
    this.output = output;
    this.api = api;
  }

  /** The zip that is deployed. */
  static Path zip() {
    return Path.of("target", "boxtribute-function.zip");
  }

  /** The variables of a function over a database. */
  static Map<String, String> variables(DatabaseAddress database) {
    Map<String, String> variables = new HashMap<>(TestServer.issuerVariables());
    variables.put("ENVIRONMENT", "development");
    variables.put("MYSQL_HOST", database.host());
    variables.put("MYSQL_PORT", String.valueOf(database.port()));
    variables.put("MYSQL_USER", TestDatabase.server().user());
    variables.put("MYSQL_PASSWORD", TestDatabase.server().password());
    variables.put("MYSQL_DB", database.database());
    return variables;
  }

  /** Starts a function with these variables and hardly any others. */
  static FunctionProcess start(Map<String, String> variables, String... options) {
    RuntimeApi api = RuntimeApi.start();
    try {
      Path output = Files.createTempFile(Path.of("target"), "function", ".log");
      ProcessBuilder builder =
          new ProcessBuilder(
              Stream.of(Stream.of("src/lambda/run"), Stream.of(options), Stream.of(api.address()))
                  .flatMap(Function.identity())
                  .toList());
      builder.environment().keySet().retainAll(Set.of("PATH", "JAVA_HOME", "LANG", "LC_ALL"));
      builder.environment().putAll(variables);
      Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
      Thread.ofVirtual().start(() -> process.onExit().thenRun(api::processEnded).join());
      return new FunctionProcess(process, output, api);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  RuntimeApi api() {
    return api;
  }

  /** What it has written so far. */
  String output() {
    try {
      return Files.readString(output);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The process that runs the function's code. */
  ProcessHandle handle() {
    return process.toHandle();
  }

  /** Waits for its end. */
  int exitCode() throws InterruptedException {
    if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
      throw new AssertionError("The function does not end:\n" + output());
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroy();
    api.close();
    try {
      process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS);
      Files.deleteIfExists(output);
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
