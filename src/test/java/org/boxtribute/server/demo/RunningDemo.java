package org.boxtribute.server.demo;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The demo in a process of its own, as {@code ./mvnw mn:run} starts it. One is shared by all tests
 * of a run; its data are kept from one run to the next.
 */
public final class RunningDemo implements AutoCloseable {
  /** Each of the processes that the tests run in has its own, for a folder is for one demo. */
  private static final Path CACHE =
      Path.of("target", "test-demo", System.getProperty("test.process", "process"));

  private static final String LAST_WORDS = "Ctrl-C stops the demo.";
  private static final Set<String> JVM_OPTIONS =
      Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

  private final Process process;
  private final BufferedReader output;
  private final int port;
  private final List<String> greeting = new ArrayList<>();

  private RunningDemo(Process process, int port) {
    this.process = process;
    this.output = process.inputReader(StandardCharsets.UTF_8);
    this.port = port;
  }

  /** The demo of all tests, started by the first who asks for it. */
  public static RunningDemo shared() {
    return Holder.SHARED;
  }

  private static final class Holder {
    static final RunningDemo SHARED = start();

    private static RunningDemo start() {
      RunningDemo demo = started(freePort());
      Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(demo::close));
      demo.awaitGreeting();
      return demo;
    }
  }

  /** Starts a demo that keeps its data where all of these do, and does not wait for it. */
  static RunningDemo started(int port) {
    return started(port, CACHE);
  }

  /** Starts a demo that keeps its data below a folder, and does not wait for it. */
  static RunningDemo started(int port, Path cache) {
    String classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .filter(entry -> !entry.endsWith("test-classes") && !entry.endsWith("test-classes/"))
            .collect(Collectors.joining(File.pathSeparator));
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
            "-cp",
            classPath,
            DemoApplication.class.getName());
    // The JVM tells on its standard output that it found options here.
    builder.environment().keySet().removeAll(JVM_OPTIONS);
    builder.environment().put("XDG_CACHE_HOME", cache.toAbsolutePath().toString());
    builder.environment().put("PORT", String.valueOf(port));
    try {
      return new RunningDemo(builder.redirectErrorStream(true).start(), port);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void awaitGreeting() {
    try {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        greeting.add(line);
        if (line.endsWith(LAST_WORDS)) {
          return;
        }
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    throw new AssertionError("The demo does not start: " + greeting);
  }

  /** What it said until it was ready. */
  List<String> greeting() {
    return List.copyOf(greeting);
  }

  /** Where it listens. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + port);
  }

  int port() {
    return port;
  }

  /** All that it says from now on until it ends. */
  List<String> lastWords() {
    return output.lines().toList();
  }

  int exitCode() throws InterruptedException {
    return process.waitFor();
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
