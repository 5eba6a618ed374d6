package org.boxtribute.server.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.boxtribute.server.persistence.DatabaseAddress;

/**
 * A MariaDB server of this process, for the demo, the tests and the build. It listens on 127.0.0.1
 * alone, lets anyone there in, and ends at the latest after this process, however that ends.
 *
 * <p>A folder belongs to the process that holds its lock, which the operating system takes back
 * from those that are gone. What may not be kept of a folder is thrown away by the next who starts
 * there, never at the end: an end may not come to that.
 */
public final class EmbeddedDatabase implements AutoCloseable {

  /** The user to connect as, whose password is empty. */
  public static final String USER = "root";

  private static final int MAX_FOLDERS = 100;

  /** How a name is stored that is the same in a statement. */
  private static final String PLAIN_NAME = "[a-z0-9_]+/[a-z0-9_]+";

  private final MariaDbProcess server;
  private final Path log;
  private final FileChannel lock;

  private EmbeddedDatabase(MariaDbProcess server, Path log, FileChannel lock) {
    this.server = server;
    this.log = log;
    this.lock = lock;
    // Were the lock only held here, it would be given back when nobody holds this object.
    server.whenEnded(this::giveFolderBack);
  }

  /** Another process uses the folder. */
  public static final class InUse extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private InUse(Path folder) {
      super("The database in " + folder + " is in use by another process");
    }
  }

  /**
   * Starts a server on the data that this folder keeps. If there are none, if they are damaged, or
   * if another version of MariaDB made them, they are made anew.
   *
   * @throws InUse if another process that still runs has done so
   */
  public static EmbeddedDatabase keptIn(Path folder) {
    try {
      Path home = made(folder);
      FileChannel lock = lock(home).orElseThrow(() -> new InUse(home));
      return new Folder(home).reopened(lock);
    } catch (IOException failure) {
      throw new UncheckedIOException("The embedded database does not start", failure);
    }
  }

  /**
   * Starts an empty server in this folder, or in one beside it while another process uses this one.
   * Its data need not outlast a power failure.
   *
   * @param options further ones of the server
   */
  public static EmbeddedDatabase emptyIn(Path folder, String... options) {
    try {
      for (int number = 1; number <= MAX_FOLDERS; number++) {
        String suffix = number == 1 ? "" : "-" + number;
        Path home = made(folder.resolveSibling(folder.getFileName() + suffix));
        Optional<FileChannel> lock = lock(home);
        if (lock.isPresent()) {
          return new Folder(home).emptied(lock.get(), options);
        }
      }
      throw new InUse(folder);
    } catch (IOException failure) {
      throw new UncheckedIOException("The embedded database does not start", failure);
    }
  }

  /** The port that the server listens on. */
  public int port() {
    return server.port();
  }

  /** The file that the server writes its log to. */
  public Path log() {
    return log;
  }

  /** Where a database on this server is. */
  public DatabaseAddress address(String database) {
    return address(server, database);
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

  /** Stops the server and waits for its end; only then may another process use the folder. */
  @Override
  public void close() {
    try {
      server.stop();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } finally {
      giveFolderBack();
    }
  }

  private void giveFolderBack() {
    try {
      lock.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void execute(String statement) {
    try (Connection connection = connect(server);
        Statement jdbc = connection.createStatement()) {
      jdbc.execute(statement);
    } catch (SQLException failure) {
      throw new IllegalStateException("The embedded database refuses: " + statement, failure);
    }
  }

  private static DatabaseAddress address(MariaDbProcess server, String database) {
    return new DatabaseAddress(MariaDbProcess.LOCALHOST, server.port(), null, database);
  }

  private static Connection connect(MariaDbProcess server) throws SQLException {
    return DriverManager.getConnection(address(server, "").jdbcUrl(), USER, "");
  }

  private static Path made(Path folder) throws IOException {
    return Files.createDirectories(folder).toRealPath();
  }

  private static Optional<FileChannel> lock(Path home) throws IOException {
    FileChannel channel =
        FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return Optional.of(channel);
      }
    } catch (OverlappingFileLockException ownedByThisProcess) {
      // in use all the same
    }
    channel.close();
    return Optional.empty();
  }

  /** A folder whose lock this process holds. */
  private static final class Folder {
    private static final String[] ANY_OPTIONS = {
      // Making keys for TLS takes seconds.
      "--skip-ssl",
      "--skip-grant-tables",
      "--skip-name-resolve",
      "--character-set-server=utf8mb4",
      "--max-connections=200"
    };

    private static final List<String> NOTHING_OUTLASTS =
        List.of(
            "--innodb-flush-log-at-trx-commit=0",
            "--innodb-flush-method=nosync",
            "--innodb-doublewrite=0",
            "--sync-frm=0");

    private final Path home;
    private final Path data;
    private final Path log;

    /** Written when all else is there: the version, then the system's files. */
    private final Path contents;

    Folder(Path home) {
      this.home = home;
      this.data = home.resolve("data");
      this.log = home.resolve("mariadbd.log");
      this.contents = home.resolve("contents");
    }

    EmbeddedDatabase emptied(FileChannel lock, String... options) throws IOException {
      MariaDbPrograms programs = MariaDbPrograms.unpacked();
      MariaDbProcess.endAnyOn(data);
      install(programs);
      List<String> all = new ArrayList<>(NOTHING_OUTLASTS);
      all.addAll(List.of(options));
      return opened(programs, lock, all.toArray(String[]::new));
    }

    EmbeddedDatabase reopened(FileChannel lock) throws IOException {
      MariaDbPrograms programs = MariaDbPrograms.unpacked();
      MariaDbProcess.endAnyOn(data);
      Optional<String> damage = damage(programs);
      if (damage.isEmpty()) {
        try {
          EmbeddedDatabase database = kept(programs, lock);
          damage = damage(database.server);
          if (damage.isEmpty()) {
            return database;
          }
          database.server.stop();
        } catch (MariaDbProcess.Failure failure) {
          damage = Optional.of("MariaDB does not start on it");
        }
      }
      if (Files.exists(data)) {
        System.err.printf(
            "boxtribute-server: the database in %s is made anew: %s%n", home, damage.get());
      }
      install(programs);
      return kept(programs, lock);
    }

    private EmbeddedDatabase kept(MariaDbPrograms programs, FileChannel lock) throws IOException {
      return opened(programs, lock, "--innodb-flush-log-at-trx-commit=2");
    }

    private EmbeddedDatabase opened(MariaDbPrograms programs, FileChannel lock, String... options)
        throws IOException {
      String[] all =
          Stream.concat(Stream.of(ANY_OPTIONS), Stream.of(options)).toArray(String[]::new);
      return new EmbeddedDatabase(MariaDbProcess.start(programs, data, log, all), log, lock);
    }

    private void install(MariaDbPrograms programs) throws IOException {
      Files.deleteIfExists(contents);
      for (String part : List.of("data", "temporary", "programs")) {
        Trees.delete(home.resolve(part));
      }
      MariaDbProcess.install(programs, data, log);
      List<String> lines = new ArrayList<>(List.of(programs.version()));
      lines.addAll(systemFiles());
      Path unfinished = home.resolve("contents.unfinished");
      Files.write(unfinished, lines, StandardCharsets.UTF_8);
      Files.move(unfinished, contents, StandardCopyOption.ATOMIC_MOVE);
    }

    private List<String> systemFiles() throws IOException {
      try (Stream<Path> files = Files.list(data.resolve("mysql"))) {
        return files.map(file -> file.getFileName().toString()).sorted().toList();
      } catch (NoSuchFileException nothing) {
        return List.of();
      }
    }

    /** What speaks against starting a server on the data, if anything does. */
    private Optional<String> damage(MariaDbPrograms programs) throws IOException {
      if (!Files.exists(contents)) {
        return Optional.of("its installation was not finished");
      }
      List<String> lines = Files.readAllLines(contents, StandardCharsets.UTF_8);
      if (lines.isEmpty() || !lines.getFirst().equals(programs.version())) {
        return Optional.of("another version of MariaDB made it");
      }
      return systemFiles().containsAll(lines.subList(1, lines.size()))
          ? Optional.empty()
          : Optional.of("files of it are missing");
    }

    /** What the server finds damaged of the databases on it, if anything is. */
    private static Optional<String> damage(MariaDbProcess server) {
      try (Connection connection = connect(server);
          Statement statement = connection.createStatement()) {
        List<String> tables = new ArrayList<>();
        try (ResultSet names =
            statement.executeQuery("select name from information_schema.innodb_sys_tables")) {
          while (names.next()) {
            if (names.getString(1).matches(PLAIN_NAME)) {
              tables.add("`" + names.getString(1).replace("/", "`.`") + "`");
            }
          }
        }
        try (ResultSet results =
            statement.executeQuery("check table " + String.join(", ", tables) + " quick")) {
          while (results.next()) {
            if (results.getString("Msg_type").equalsIgnoreCase("error")) {
              return Optional.of("its table " + results.getString("Table") + " is damaged");
            }
          }
        }
        return Optional.empty();
      } catch (SQLException failure) {
        return Optional.of("MariaDB does not work on it");
      }
    }
  }
}
