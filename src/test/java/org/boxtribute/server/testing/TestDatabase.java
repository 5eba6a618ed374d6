package org.boxtribute.server.testing;

import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.boxtribute.server.demo.EmbeddedDatabase;
import org.boxtribute.server.persistence.DatabaseAddress;
import org.testcontainers.containers.MySQLContainer;

/**
 * The database server that the tests run against, one for each run of the tests. The system
 * property {@code test.database} chooses it: nothing for an embedded MariaDB, {@code
 * testcontainers} for MySQL in a container, or the JDBC URL of a running server (with {@code user}
 * and {@code password} as its parameters), on which the tests create databases of their own and
 * drop them at the end. What is embedded begins empty with each run, and needs no such care.
 */
public final class TestDatabase {
  private static final String USER = "root";

  private final String host;
  private final int port;
  private final String user;
  private final String password;
  private final boolean isForeign;

  private TestDatabase(String host, int port, String user, String password, boolean isForeign) {
    this.host = host;
    this.port = port;
    this.user = user;
    this.password = password;
    this.isForeign = isForeign;
  }

  /** The server, started by the first who asks for it and stopped at the end of the run. */
  public static TestDatabase server() {
    return Holder.SERVER;
  }

  private static final class Holder {
    static final TestDatabase SERVER = start(System.getProperty("test.database", ""));
  }

  /** The name of the user that tests connect as. */
  public String user() {
    return user;
  }

  /** The password of {@link #user()}. */
  public String password() {
    return password;
  }

  /** Where a database on this server is. */
  public DatabaseAddress address(String database) {
    return new DatabaseAddress(host, port, null, nameOf(database));
  }

  /** Processes that run tests at the same time may have to share a foreign server. */
  private String nameOf(String database) {
    return isForeign ? database + "_" + ProcessHandle.current().pid() : database;
  }

  /** Creates an empty database, in place of one that is there. */
  public DatabaseAddress create(String database) {
    String drop = "drop database if exists `" + nameOf(database) + "`";
    execute(drop);
    execute("create database `" + nameOf(database) + "` character set utf8mb4");
    if (isForeign) {
      TestRun.untilTheEnd(() -> execute(drop));
    }
    return address(database);
  }

  private void execute(String statement) {
    try (Connection connection = connect();
        Statement jdbc = connection.createStatement()) {
      jdbc.execute(statement);
    } catch (SQLException failure) {
      throw new IllegalStateException(statement, failure);
    }
  }

  /** What the server is, with its version. */
  private String product() {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet version = statement.executeQuery("select version()")) {
      version.next();
      String text = version.getString(1);
      return text.contains("MariaDB") ? text : "MySQL " + text;
    } catch (SQLException failure) {
      throw new IllegalStateException("The tests' database does not answer", failure);
    }
  }

  private Connection connect() throws SQLException {
    String url = "jdbc:mysql://" + host + ":" + port + "/?allowPublicKeyRetrieval=true";
    return DriverManager.getConnection(url, user, password);
  }

  private static TestDatabase start(String choice) {
    TestDatabase database = chosen(choice);
    TestRun.report("database", database.product());
    return database;
  }

  private static TestDatabase chosen(String choice) {
    if (choice.isEmpty()) {
      return embedded();
    }
    return choice.equals("testcontainers") ? inContainer() : running(choice);
  }

  private static TestDatabase embedded() {
    EmbeddedDatabase database =
        TestRun.untilTheEnd(EmbeddedDatabase.emptyIn(Path.of("target", "test-database")));
    TestRun.report("log", database.log().toString());
    return new TestDatabase("127.0.0.1", database.port(), EmbeddedDatabase.USER, "", false);
  }

  private static TestDatabase inContainer() {
    MySQLContainer<?> container =
        TestRun.untilTheEnd(new MySQLContainer<>("mysql:8.4").withUsername(USER));
    container.start();
    return new TestDatabase(
        container.getHost(), container.getMappedPort(3306), USER, container.getPassword(), false);
  }

  private static TestDatabase running(String jdbcUrl) {
    URI uri = URI.create(jdbcUrl.substring("jdbc:".length()));
    return new TestDatabase(
        uri.getHost(),
        uri.getPort() < 0 ? 3306 : uri.getPort(),
        parameter(uri, "user", USER),
        parameter(uri, "password", ""),
        true);
  }

  private static String parameter(URI uri, String name, String otherwise) {
    if (uri.getQuery() != null) {
      for (String parameter : uri.getQuery().split("&", -1)) {
        if (parameter.startsWith(name + "=")) {
          return parameter.substring(name.length() + 1);
        }
      }
    }
    return otherwise;
  }
}
