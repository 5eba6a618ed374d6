package org.boxtribute.server.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A running MariaDB server. It is told to end by its input, which ends with this process however
 * that ends: no server outlives the process that started it, and none has to be stopped by a
 * shutdown hook, which would race with those that still need the server.
 */
final class MariaDbProcess {

  /** The only address that servers listen on. */
  static final String LOCALHOST = "127.0.0.1";

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int MAX_PORTS = 10;
  private static final int LOG_LINES_TOLD = 15;

  /**
   * Runs a command until it ends or the input does, whereupon it is told to end. Ctrl-C, which a
   * terminal sends to all processes, is left to the one that reads the other end.
   */
  private static final String UNTIL_INPUT_ENDS =
      """
      trap '' INT
      exec 3<&0
      "$@" 3<&- </dev/null & server=$!
      (read -r end <&3; kill $server) & watch=$!
      exec 3<&-
      wait $server
      status=$?
      kill $watch
      exit $status
      """;

  /** The scripts that make the system's tables; its views and help texts are not needed. */
  private static final List<String> INSTALLATION =
      List.of(
          "mariadb_system_tables.sql",
          "mariadb_performance_tables.sql",
          "mariadb_system_tables_data.sql",
          "maria_add_gis_sp_bootstrap.sql");

  private final Process process;
  private final int port;

  private MariaDbProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** A server did not do what it was started for. */
  static final class Failure extends IOException {
    private static final long serialVersionUID = 1L;

    private Failure(String message) {
      super(message);
    }
  }

  /** Makes a data folder, which must not be there. */
  static void install(MariaDbPrograms programs, Path data, Path log) throws IOException {
    Files.createDirectories(data);
    List<String> command = new ArrayList<>(command(programs, data));
    // Files of the size of the few rows that are to come, written without waiting for the disk.
    command.addAll(
        List.of("--bootstrap", "--enforce-storage-engine=", "--innodb-flush-method=nosync"));
    Process bootstrap = builder(command, log).start();
    try (OutputStream script = bootstrap.getOutputStream()) {
      script.write("create database mysql;\nuse mysql;\n".getBytes(StandardCharsets.US_ASCII));
      for (String name : INSTALLATION) {
        Files.copy(programs.share().resolve(name), script);
      }
    } catch (IOException ended) {
      // the exit status tells
    }
    if (!ends(bootstrap, PATIENCE)) {
      bootstrap.destroyForcibly();
      throw failure("The installation of MariaDB does not end", log);
    }
    if (bootstrap.exitValue() != 0) {
      throw failure("MariaDB cannot be installed", log);
    }
  }

  /** Starts a server on a data folder, and waits until it is ready. */
  static MariaDbProcess start(MariaDbPrograms programs, Path data, Path log, String... options)
      throws IOException {
    for (int attempt = 1; attempt <= MAX_PORTS; attempt++) {
      int port = freePort();
      List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", UNTIL_INPUT_ENDS, "sh"));
      command.addAll(command(programs, data));
      command.addAll(List.of("--bind-address=" + LOCALHOST, "--port=" + port, "--socket="));
      command.addAll(Arrays.asList(options));
      MariaDbProcess started = new MariaDbProcess(builder(command, log).start(), port);
      if (started.becomesReady(log)) {
        return started;
      }
      if (!Files.readString(log, StandardCharsets.ISO_8859_1).contains("Bind on TCP/IP port")) {
        throw failure("MariaDB does not start", log);
      }
      // someone else was faster to take the port
    }
    throw failure("MariaDB finds no port", log);
  }

  /** Ends servers that still run on a data folder; the caller sees to it that none should. */
  static void endAnyOn(Path data) throws IOException {
    String option = dataOption(data);
    List<ProcessHandle> running =
        ProcessHandle.allProcesses()
            .filter(
                process ->
                    process.info().command().filter(name -> name.endsWith("mariadbd")).isPresent()
                        && Arrays.asList(process.info().arguments().orElse(new String[0]))
                            .contains(option))
            .toList();
    for (ProcessHandle process : running) {
      process.destroy();
      if (!ends(process, PATIENCE)) {
        process.destroyForcibly();
      }
      if (!ends(process, PATIENCE)) {
        throw new Failure("A MariaDB server on " + data + " cannot be ended: " + process.pid());
      }
    }
  }

  /** The port that the server listens on. */
  int port() {
    return port;
  }

  /** Does something when the server has ended, and holds on to what that needs until then. */
  @SuppressWarnings("FutureReturnValueIgnored") // nobody is left to be told of a failure
  void whenEnded(Runnable last) {
    process.onExit().thenRun(last);
  }

  /** Has the server write what it holds in memory, as the statement SHUTDOWN does, and end. */
  void stop() throws IOException {
    List<ProcessHandle> all = process.descendants().toList();
    process.getOutputStream().close();
    if (!ends(process, PATIENCE)) {
      all.forEach(ProcessHandle::destroyForcibly);
      throw new Failure("MariaDB does not end, and was killed");
    }
  }

  private boolean becomesReady(Path log) throws IOException {
    Instant end = Instant.now().plus(PATIENCE);
    while (!ends(process, Duration.ofMillis(10))) {
      if (Files.readString(log, StandardCharsets.ISO_8859_1).contains(": ready for connections")) {
        return true;
      }
      if (Instant.now().isAfter(end)) {
        stop();
      }
    }
    return false;
  }

  private static List<String> command(MariaDbPrograms programs, Path data) throws IOException {
    Path temporary = data.resolveSibling("temporary");
    Files.createDirectories(temporary);
    return List.of(
        programs.server().toString(),
        "--no-defaults",
        "--basedir=" + programs.folder(),
        "--lc-messages-dir=" + programs.share(),
        dataOption(data),
        "--tmpdir=" + temporary,
        // MariaDB refuses to run as root unless told so.
        "--user=" + System.getProperty("user.name"),
        "--max-allowed-packet=64M",
        "--innodb-log-file-size=32M");
  }

  private static String dataOption(Path data) {
    return "--datadir=" + data;
  }

  private static ProcessBuilder builder(List<String> command, Path log) {
    return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static Failure failure(String what, Path log) throws IOException {
    List<String> lines = Files.readAllLines(log, StandardCharsets.ISO_8859_1);
    List<String> last = lines.subList(Math.max(0, lines.size() - LOG_LINES_TOLD), lines.size());
    return new Failure(what + "; from " + log + ":\n" + String.join("\n", last));
  }

  private static boolean ends(Process process, Duration patience) throws IOException {
    try {
      return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new IOException(interruption);
    }
  }

  private static boolean ends(ProcessHandle process, Duration patience) throws IOException {
    try {
      process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException stillRunning) {
      return false;
    } catch (ExecutionException impossible) {
      throw new IOException(impossible);
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new IOException(interruption);
    }
  }
}
