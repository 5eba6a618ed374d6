package org.boxtribute.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.boxtribute.server.persistence.DatabaseAddress;
import org.boxtribute.server.testing.TestDatabase;
import org.boxtribute.server.testing.TestServer;

/** The packaged server as a process of its own. */
final class ServerProcess implements AutoCloseable {
  private static final String MARKER = "Server Running: ";
  private static final int PATIENCE_IN_SECONDS = 120;

  private final Process process;
  private final int port;
  private final Thread reader;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final Queue<String> output = new ConcurrentLinkedQueue<>();

  private ServerProcess(Process process, int port) {
    this.process = process;
    this.port = port;
    this.reader = Thread.ofPlatform().daemon().start(this::read);
  }

  /** Starts a command in a folder, without the variables of this process. */
  static ServerProcess start(List<String> command, Path folder, Map<String, String> variables)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    // Without its locale the JVM cannot read the names of files, such as the jar's own path.
    builder.environment().keySet().retainAll(Set.of("LANG", "LC_ALL", "LC_CTYPE"));
    builder.environment().putAll(variables);
    return new ServerProcess(
        builder.redirectErrorStream(true).start(),
        Integer.parseInt(Objects.requireNonNull(variables.get("PORT"))));
  }

  /** The packaged jar, where there is one. */
  static Optional<Path> jar() {
    return inTarget("boxtribute-server-*.jar");
  }

  /** The file of the build whose name has a form. */
  static Optional<Path> inTarget(String glob) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of("target"), glob)) {
      for (Path file : files) {
        return Optional.of(file);
      }
      return Optional.empty();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The program that this process runs on. */
  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** The variables of a server on a database, at a port that is free. */
  static Map<String, String> variables(DatabaseAddress database) throws IOException {
    Map<String, String> variables = new HashMap<>(TestServer.issuerVariables());
    variables.put("MYSQL_HOST", database.host());
    variables.put("MYSQL_PORT", String.valueOf(database.port()));
    variables.put("MYSQL_USER", TestDatabase.server().user());
    variables.put("MYSQL_PASSWORD", TestDatabase.server().password());
    variables.put("MYSQL_DB", database.database());
    try (ServerSocket socket = new ServerSocket(0)) {
      variables.put("PORT", String.valueOf(socket.getLocalPort()));
    }
    return variables;
  }

  private void read() {
    try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        output.add(line);
        lines.add(line);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Waits until the server takes requests. */
  URI await() throws InterruptedException {
    String line = "";
    while (!line.contains(MARKER)) {
      line = lines.poll(PATIENCE_IN_SECONDS, TimeUnit.SECONDS);
      if (line == null || (!process.isAlive() && lines.isEmpty())) {
        throw new AssertionError("The server did not start:\n" + output());
      }
    }
    return URI.create("http://127.0.0.1:" + port);
  }

  /** Sends SIGTERM, and goes on reading, unlike a process that is destroyed. */
  void terminate() {
    process.toHandle().destroy();
  }

  /** The exit code of the process, which has to end. */
  int ended() throws InterruptedException {
    if (!process.waitFor(PATIENCE_IN_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("The server does not end:\n" + output());
    }
    reader.join();
    return process.exitValue();
  }

  /** What it has written so far. */
  String output() {
    return String.join("\n", output);
  }

  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
