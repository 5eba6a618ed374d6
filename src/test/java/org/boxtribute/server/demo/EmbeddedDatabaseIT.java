package org.boxtribute.server.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.boxtribute.server.persistence.DatabaseAddress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A database server that starts whatever became of the one before, and ends with its process. */
final class EmbeddedDatabaseIT {
  @TempDir private static Path shared;
  @TempDir private Path temporary;
  private Path folder;

  /**
   * Something that was done to the files of a database whose server had ended.
   *
   * @param told how the next server gives it as the reason for new data
   */
  private record Damage(String name, String told, Deed deed) {
    @Override
    public String toString() {
      return name;
    }
  }

  @FunctionalInterface
  private interface Deed {
    void accept(Path folder) throws IOException;
  }

  @BeforeEach
  void chooseFolder() {
    folder = temporary.resolve("ein Büro für Äpfel");
  }

  @Test
  void dataAreKept() {
    try (EmbeddedDatabase database = EmbeddedDatabase.keptIn(folder)) {
      write(database);
    }
    try (EmbeddedDatabase database = EmbeddedDatabase.keptIn(folder)) {
      assertThat(isWritten(database)).isTrue();
    }
  }

  static Stream<Damage> damages() {
    return Stream.of(
        new Damage(
            "an installation that was killed",
            "its installation was not finished",
            at -> Files.delete(at.resolve("contents"))),
        new Damage(
            "another version of MariaDB",
            "another version of MariaDB made it",
            at -> Files.writeString(at.resolve("contents"), "10.1.0\n")),
        new Damage(
            "a system table deleted",
            "files of it are missing",
            at -> deleteAll(at, "data/mysql/proc.")),
        new Damage(
            "a table deleted",
            "its table notes.note is damaged",
            at -> deleteAll(at, "data/notes/note.ibd")),
        new Damage(
            "all tables deleted",
            "its table notes.note is damaged",
            at -> deleteAll(at, "data/notes/")),
        new Damage(
            "a file cut off",
            "MariaDB does not start on it",
            at -> Files.write(at.resolve("data/ibdata1"), new byte[100])),
        new Damage(
            "a log cut off",
            "MariaDB does not start on it",
            at -> Files.write(at.resolve("data/ib_logfile0"), new byte[9])));
  }

  @ParameterizedTest
  @MethodSource("damages")
  void whatIsDamagedIsMadeAnewAndSaysSo(Damage damage) throws IOException {
    copy(written(), folder);
    damage.deed().accept(folder);
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    PrintStream terminal = System.err;
    System.setErr(new PrintStream(told, true, StandardCharsets.UTF_8));

    try (EmbeddedDatabase database = EmbeddedDatabase.keptIn(folder)) {
      assertThat(isWritten(database)).isFalse();
      write(database);
      assertThat(isWritten(database)).isTrue();
    } finally {
      System.setErr(terminal);
    }

    assertThat(told.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "boxtribute-server: the database in %s is made anew: %s"
                .formatted(folder, damage.told()));
  }

  @Test
  void anEmptyOneForgetsWhatWasThere() {
    try (EmbeddedDatabase database = EmbeddedDatabase.emptyIn(folder)) {
      write(database);
    }
    try (EmbeddedDatabase database = EmbeddedDatabase.emptyIn(folder)) {
      assertThat(isWritten(database)).isFalse();
    }
  }

  @Test
  void aFolderBelongsToOne() {
    try (EmbeddedDatabase first = EmbeddedDatabase.emptyIn(folder)) {
      write(first);

      assertThatThrownBy(() -> EmbeddedDatabase.keptIn(folder))
          .isInstanceOf(EmbeddedDatabase.InUse.class)
          .hasMessageContaining("is in use by another process");
      try (EmbeddedDatabase second = EmbeddedDatabase.emptyIn(folder)) {
        assertThat(isWritten(second)).isFalse();
      }
      assertThat(isWritten(first)).isTrue();
    }
  }

  /** As the demo does, which has no use for it but that it runs. */
  @Test
  void aFolderIsKeptAlsoWhereNobodyHoldsTheDatabase() throws Exception {
    startAndForget();
    for (int collection = 0; collection < 5; collection++) {
      System.gc();
      Thread.sleep(20);
    }

    List<ProcessHandle> servers = serversIn(folder);
    assertThat(servers).hasSize(1);
    assertThatThrownBy(() -> EmbeddedDatabase.keptIn(folder))
        .isInstanceOf(EmbeddedDatabase.InUse.class);

    servers.getFirst().destroy();
    servers.getFirst().onExit().join();
    whenFree(folder).close();
  }

  /** The process is killed, so that it can do nothing more; its server must notice by itself. */
  @Test
  void aServerEndsAfterItsProcess() throws Exception {
    Process owner = startOwner();
    List<ProcessHandle> servers;
    try (BufferedReader output = owner.inputReader(StandardCharsets.UTF_8)) {
      assertThat(output.readLine()).isEqualTo("started");
      servers = serversIn(folder);
      assertThat(servers).hasSize(1);
    } finally {
      owner.destroyForcibly().waitFor();
    }

    servers.getFirst().onExit().join();
    assertThat(serversIn(folder)).isEmpty();
    try (EmbeddedDatabase database = EmbeddedDatabase.keptIn(folder)) {
      assertThat(isWritten(database)).isTrue();
    }
  }

  /** As happens when all processes are killed but one: nobody is left to tell the server. */
  @Test
  void aServerThatWasLeftIsEnded() throws Exception {
    Process owner = startOwner();
    try (BufferedReader output = owner.inputReader(StandardCharsets.UTF_8)) {
      assertThat(output.readLine()).isEqualTo("started");
    }
    List<ProcessHandle> watchers = owner.descendants().filter(named("mariadbd").negate()).toList();
    assertThat(watchers).isNotEmpty();
    watchers.forEach(ProcessHandle::destroyForcibly);
    owner.destroyForcibly().waitFor();
    List<ProcessHandle> left = serversIn(folder);
    assertThat(left).hasSize(1);

    try (EmbeddedDatabase database = EmbeddedDatabase.keptIn(folder)) {
      assertThat(left.getFirst().isAlive()).isFalse();
      assertThat(isWritten(database)).isTrue();
    }
  }

  /** Another process that starts a database in the folder and then waits. */
  static final class Owner {
    private Owner() {}

    public static void main(String[] arguments) throws Exception {
      EmbeddedDatabase database = EmbeddedDatabase.keptIn(Path.of(arguments[0]));
      write(database);
      System.out.println("started");
      Thread.sleep(Long.MAX_VALUE);
    }
  }

  @SuppressWarnings("resource") // that is the point
  private void startAndForget() {
    EmbeddedDatabase.keptIn(folder);
  }

  /** The folder of a server that has ended is given back a moment later. */
  private static EmbeddedDatabase whenFree(Path folder) throws InterruptedException {
    while (true) {
      try {
        return EmbeddedDatabase.keptIn(folder);
      } catch (EmbeddedDatabase.InUse notYet) {
        Thread.sleep(20);
      }
    }
  }

  /** A database that nothing has happened to, made by the first who asks for it. */
  private static Path written() {
    Path made = shared.resolve("written");
    if (!Files.exists(made)) {
      try (EmbeddedDatabase database = EmbeddedDatabase.keptIn(made)) {
        write(database);
      }
    }
    return made;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file)));
      }
    }
  }

  private Process startOwner() throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    return new ProcessBuilder(
            java.toString(),
            "-XX:TieredStopAtLevel=1",
            "-classpath",
            System.getProperty("java.class.path"),
            Owner.class.getName(),
            folder.toString())
        .redirectError(temporary.resolve("owner.log").toFile())
        .start();
  }

  private static List<ProcessHandle> serversIn(Path folder) throws IOException {
    String option = "--datadir=" + folder.toRealPath().resolve("data");
    return ProcessHandle.allProcesses()
        .filter(named("mariadbd"))
        .filter(
            process ->
                Arrays.asList(process.info().arguments().orElse(new String[0])).contains(option))
        .toList();
  }

  private static Predicate<ProcessHandle> named(String program) {
    return process -> process.info().command().orElse("").endsWith(program);
  }

  private static void deleteAll(Path folder, String prefix) throws IOException {
    Path path = folder.resolve(prefix);
    boolean wholeFolder = prefix.endsWith("/");
    try (Stream<Path> files = Files.list(wholeFolder ? path : path.getParent())) {
      for (Path file : files.toList()) {
        if (wholeFolder || file.toString().startsWith(path.toString())) {
          Files.delete(file);
        }
      }
    }
  }

  private static void write(EmbeddedDatabase database) {
    DatabaseAddress notes = database.create("notes");
    try (Connection connection =
            DriverManager.getConnection(notes.jdbcUrl(), EmbeddedDatabase.USER, "");
        Statement statement = connection.createStatement()) {
      statement.execute("create table if not exists note (text varchar(10))");
      statement.execute("insert into note values ('written')");
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static boolean isWritten(EmbeddedDatabase database) {
    DatabaseAddress notes = database.create("notes");
    try (Connection connection =
            DriverManager.getConnection(notes.jdbcUrl(), EmbeddedDatabase.USER, "");
        Statement statement = connection.createStatement();
        ResultSet tables = statement.executeQuery("show tables")) {
      return tables.next();
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
