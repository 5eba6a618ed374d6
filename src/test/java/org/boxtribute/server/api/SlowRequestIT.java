package org.boxtribute.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.boxtribute.server.persistence.schema.Tables.BASE;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.boxtribute.server.testing.Answer;
import org.boxtribute.server.testing.Client;
import org.boxtribute.server.testing.Http;
import org.boxtribute.server.testing.TestDatabase;
import org.boxtribute.server.testing.TestServer;
import org.boxtribute.server.testing.TestUser;
import org.junit.jupiter.api.Test;

/** While requests wait for the database, the server answers others. */
class SlowRequestIT {
  private static final String DATABASE = "boxtribute_slow";

  /** More than the event loop has threads, fewer than the pool has connections. */
  private static final int SLOW_REQUESTS = 8;

  @Test
  void requestsThatWaitForTheDatabaseHoldUpNoOthers() throws Exception {
    try (TestServer server = TestServer.withDemoData(DATABASE, Map.of());
        ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
        Connection connection = connect();
        Statement statement = connection.createStatement()) {
      Client client = server.as(TestUser.coordinator());
      // Locks of tables reach their children too, and organisations are parents of bases.
      statement.execute("lock tables " + BASE.getName() + " write");
      List<Future<Answer>> slow = new ArrayList<>();
      for (int i = 0; i < SLOW_REQUESTS; i++) {
        slow.add(clients.submit(() -> client.ask("{ bases { id } }")));
      }
      awaitStatementsThatWait(slow);

      assertThat(Http.send("GET", server.uri().resolve("/health"), "").statusCode()).isEqualTo(200);
      assertThat(client.ask("{ organisations { id } }").ok().texts("/organisations", "id"))
          .contains("1", "2", "3");
      assertThat(slow).noneMatch(Future::isDone);

      statement.execute("unlock tables");
      for (Future<Answer> request : slow) {
        assertThat(request.get().ok().texts("/bases", "id")).containsExactly("1");
      }
    }
  }

  private static void awaitStatementsThatWait(List<Future<Answer>> slow) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      while (waiting(statement) < SLOW_REQUESTS) {
        assertThat(slow).noneMatch(Future::isDone);
      }
    }
  }

  private static int waiting(Statement statement) throws SQLException {
    String processes =
        "select count(*) from information_schema.processlist"
            + " where db = database() and state = 'Waiting for table metadata lock'";
    try (ResultSet count = statement.executeQuery(processes)) {
      count.next();
      return count.getInt(1);
    }
  }

  private static Connection connect() throws SQLException {
    TestDatabase database = TestDatabase.server();
    return DriverManager.getConnection(
        database.address(DATABASE).jdbcUrl(), database.user(), database.password());
  }
}
