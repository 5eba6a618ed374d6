package org.boxtribute.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.boxtribute.server.persistence.schema.Tables.BASE;
import static org.boxtribute.server.persistence.schema.Tables.TAG;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.boxtribute.server.api.RawConnection.Response;
import org.boxtribute.server.testing.Http;
import org.boxtribute.server.testing.TestDatabase;
import org.boxtribute.server.testing.TestServer;
import org.boxtribute.server.testing.TestUser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server that is told to end finishes what it has begun, and takes on nothing else. */
@Timeout(180)
class OrderlyEndIT {
  private static final String DATABASE = "boxtribute_test_end";
  private static final String READ = "{ bases { id } }";
  private static final String WRITE =
      "mutation { createTag(creationInput: { name: \\\"Last\\\", color: \\\"#fff\\\", type: All,"
          + " baseId: 1 }) { ... on Tag { name } } }";
  private static final String LIVENESS = "GET /health/liveness HTTP/1.1\r\nHost: a\r\n\r\n";
  private static final String NEVER = "1h";

  private final Connection sql = connection();
  private final Statement lock = sql.createStatement();

  OrderlyEndIT() throws SQLException {}

  /** The tables and rows are those of the demo, made by a server that only does this. */
  @BeforeAll
  static void fill() {
    TestServer.withDemoData(DATABASE, Map.of()).close();
  }

  @AfterEach
  void disconnect() throws SQLException {
    lock.execute("unlock tables");
    lock.execute("delete from " + TAG.getName() + " where " + TAG.NAME.getName() + " = 'Last'");
    sql.close();
  }

  @Test
  void aRequestThatRunsIsAnsweredAndEndsItsConnection() throws Exception {
    try (TestServer server = server(NEVER);
        RawConnection connection = new RawConnection(server.uri())) {
      hold(BASE.getName());
      connection.send(post(server, READ));
      awaitStatementsThatWait(1);
      Thread end = beginEnd(server);
      lock.execute("unlock tables");

      Response answer = connection.read();
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.body()).startsWith("{\"data\":{\"bases\":[{\"id\":\"1\"}");
      assertThat(answer.headers()).containsEntry("connection", "close");
      assertThat(connection.isEnded()).isTrue();
      end.join();
    }
  }

  @Test
  void newRequestsAreRefusedOnConnectionsOldAndNew() throws Exception {
    try (TestServer server = server(NEVER);
        RawConnection running = new RawConnection(server.uri());
        RawConnection old = new RawConnection(server.uri())) {
      old.send(LIVENESS);
      assertThat(old.read().status()).isEqualTo(200);
      hold(BASE.getName());
      running.send(post(server, READ));
      awaitStatementsThatWait(1);
      Thread end = beginEnd(server);

      try (RawConnection other = new RawConnection(server.uri())) {
        old.send(post(server, READ));
        assertRefused(old);
        other.send(post(server, WRITE));
        assertRefused(other);
      }
      lock.execute("unlock tables");
      assertThat(running.read().status()).isEqualTo(200);
      end.join();
    }
  }

  @Test
  void aRefusalFollowsTheAnswersToTheRequestsBeforeIt() throws Exception {
    try (TestServer server = server(NEVER);
        RawConnection connection = new RawConnection(server.uri())) {
      hold(BASE.getName());
      connection.send(post(server, READ));
      awaitStatementsThatWait(1);
      Thread end = beginEnd(server);
      connection.send(post(server, READ) + post(server, READ));
      try (RawConnection other = new RawConnection(server.uri())) {
        assertThat(other.send(post(server, READ)).read().status()).isEqualTo(503);
      }
      lock.execute("unlock tables");

      assertThat(connection.read().status()).isEqualTo(200);
      assertRefused(connection);
      end.join();
    }
  }

  @ParameterizedTest
  @CsvSource({"/health/liveness, 200, UP", "/health/readiness, 503, DOWN", "/health, 503, DOWN"})
  void probesAreAnsweredToTheLast(String path, int status, String word) throws Exception {
    try (TestServer server = server(NEVER);
        RawConnection running = new RawConnection(server.uri())) {
      assertThat(probe(server, path)).isEqualTo("200 {\"status\":\"UP\"}");
      hold(BASE.getName());
      running.send(post(server, READ));
      awaitStatementsThatWait(1);
      Thread end = beginEnd(server);

      assertThat(probe(server, path)).isEqualTo(status + " {\"status\":\"" + word + "\"}");
      lock.execute("unlock tables");
      end.join();
    }
  }

  @Test
  void aRequestWhoseBodyIsComingInIsAnswered() throws Exception {
    try (TestServer server = server(NEVER);
        RawConnection connection = new RawConnection(server.uri())) {
      String request = post(server, READ);
      connection.send(request.substring(0, request.length() - 5));
      awaitTaken(server, 1);
      Thread end = beginEnd(server);
      connection.send(request.substring(request.length() - 5));

      Response answer = connection.read();
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.headers()).containsEntry("connection", "close");
      end.join();
    }
  }

  @Test
  void aRequestWhoseBodyDoesNotComeIsRefusedAtHalfTime() throws Exception {
    try (TestServer server = server("1s");
        RawConnection connection = new RawConnection(server.uri())) {
      String request = post(server, READ);
      connection.send(request.substring(0, request.length() - 5));
      awaitTaken(server, 1);
      Thread end = beginEnd(server);

      assertRefused(connection);
      end.join();
    }
  }

  @Test
  void aReadThatTakesTooLongIsRefusedWhileAMutationGoesOn() throws Exception {
    try (TestServer server = server("20s");
        RawConnection reading = new RawConnection(server.uri());
        RawConnection writing = new RawConnection(server.uri())) {
      lock.execute("lock tables " + BASE.getName() + " write, " + TAG.getName() + " write");
      reading.send(post(server, READ));
      writing.send(post(server, WRITE));
      awaitStatementsThatWait(2);
      Thread end = beginEnd(server);

      assertRefused(reading);
      lock.execute("unlock tables");
      assertThat(writing.read().body()).isEqualTo("{\"data\":{\"createTag\":{\"name\":\"Last\"}}}");
      end.join();
      assertThat(tags()).isEqualTo(1);
    }
  }

  @Test
  void aMutationIsFinishedAlsoWhenItsClientHasGone() throws Exception {
    try (TestServer server = server(NEVER);
        RawConnection writing = new RawConnection(server.uri())) {
      hold(TAG.getName());
      writing.send(post(server, WRITE));
      awaitStatementsThatWait(1);
      writing.cut();
      awaitTaken(server, 1);
      Thread end = beginEnd(server);
      lock.execute("unlock tables");
      end.join();

      assertThat(tags()).isEqualTo(1);
    }
  }

  @Test
  void whatIsNotFinishedInTimeIsCutOff() throws Exception {
    try (TestServer server = server("200ms");
        RawConnection writing = new RawConnection(server.uri())) {
      hold(TAG.getName());
      writing.send(post(server, WRITE));
      awaitStatementsThatWait(1);
      beginEnd(server).join();

      assertThat(writing.isEnded()).isTrue();
      lock.execute("unlock tables");
      assertThat(tags()).isEqualTo(0);
    }
  }

  @Test
  void aServerWithoutRequestsEndsAndClosesItsConnections() throws Exception {
    try (TestServer server = server(NEVER);
        RawConnection idle = new RawConnection(server.uri());
        RawConnection begun = new RawConnection(server.uri())) {
      idle.send(LIVENESS);
      assertThat(idle.read().status()).isEqualTo(200);
      begun.send("GET /hea");
      beginEnd(server).join();

      assertThat(idle.isEnded()).isTrue();
      assertThat(begun.isEnded()).isTrue();
    }
  }

  private static TestServer server(String limit) {
    Map<String, Object> properties = new HashMap<>();
    properties.put("boxtribute.migrations.enabled", false);
    properties.put("boxtribute.http.shutdown-time-limit", limit);
    properties.put("datasources.default.maximum-pool-size", 4);
    return TestServer.over(TestDatabase.server().address(DATABASE), properties);
  }

  /** Returns when the server takes nothing on any more. */
  private static Thread beginEnd(TestServer server) throws InterruptedException {
    OpenRequests requests = server.bean(OpenRequests.class);
    Thread end = Thread.ofVirtual().start(server::close);
    while (!requests.isClosed()) {
      Thread.sleep(5);
    }
    return end;
  }

  private static void awaitTaken(TestServer server, int count) throws InterruptedException {
    OpenRequests requests = server.bean(OpenRequests.class);
    while (requests.count() != count) {
      Thread.sleep(5);
    }
  }

  private static void assertRefused(RawConnection connection) throws IOException {
    Response refusal = connection.read();
    assertThat(refusal.status()).isEqualTo(503);
    assertThat(refusal.headers()).containsEntry("connection", "close").containsKey("retry-after");
    assertThat(refusal.body()).contains("\"code\":\"SERVICE_UNAVAILABLE\"");
    assertThat(connection.isEnded()).isTrue();
  }

  private static String probe(TestServer server, String path) {
    var answer = Http.send("GET", server.uri().resolve(path), "");
    return answer.statusCode() + " " + answer.body();
  }

  private static String post(TestServer server, String document) {
    String body = "{\"query\": \"" + document + "\"}";
    return "POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nAuthorization:"
        + " Bearer "
        + server.token(TestUser.god())
        + "\r\nContent-Length: "
        + body.length()
        + "\r\n\r\n"
        + body;
  }

  private void hold(String table) throws SQLException {
    lock.execute("lock tables " + table + " write");
  }

  private static int tags() throws SQLException {
    return number(
        "select count(*) from " + TAG.getName() + " where " + TAG.NAME.getName() + " = 'Last'");
  }

  private static void awaitStatementsThatWait(int count) throws Exception {
    String processes =
        "select count(*) from information_schema.processlist"
            + " where db = database() and command = 'Query' and state like 'Waiting%'";
    while (number(processes) < count) {
      Thread.sleep(5);
    }
  }

  private static int number(String query) throws SQLException {
    try (Connection connection = connection();
        Statement statement = connection.createStatement();
        ResultSet count = statement.executeQuery(query)) {
      count.next();
      return count.getInt(1);
    }
  }

  private static Connection connection() throws SQLException {
    TestDatabase database = TestDatabase.server();
    return DriverManager.getConnection(
        database.address(DATABASE).jdbcUrl(), database.user(), database.password());
  }
}
