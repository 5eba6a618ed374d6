package org.boxtribute.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.boxtribute.server.persistence.schema.Tables.BASE;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.boxtribute.server.testing.Answer;
import org.boxtribute.server.testing.DatabaseProxy;
import org.boxtribute.server.testing.Http;
import org.boxtribute.server.testing.TestDatabase;
import org.boxtribute.server.testing.TestServer;
import org.boxtribute.server.testing.TestUser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What those who watch over the server are told. */
class HealthIT {
  private static final String UP = "200 {\"status\":\"UP\"}";
  private static final String DOWN = "503 {\"status\":\"DOWN\"}";
  private static final String DATABASE = "boxtribute_test_health";

  @ParameterizedTest
  @ValueSource(strings = {"app", "api", "shared"})
  void eachAppTellsWithoutAToken(String app) {
    Map<String, Object> properties = Map.of("boxtribute.apps", List.of(app));
    try (TestServer server = TestServer.withDemoData(DATABASE, properties)) {
      assertThat(told(server, "/health")).isEqualTo(UP);
      assertThat(told(server, "/health/liveness")).isEqualTo(UP);
      assertThat(told(server, "/health/readiness")).isEqualTo(UP);
    }
  }

  @ParameterizedTest
  @CsvSource({"/beans", "/env", "/info", "/loggers", "/metrics", "/routes", "/stop", "/refresh"})
  void nothingElseIsTold(String path) {
    HttpResponse<String> answer =
        Http.send("GET", TestServer.shared().uri().resolve(path), "", "Accept", "application/json");

    assertThat(answer.statusCode()).isEqualTo(404);
  }

  @Test
  void withoutItsDatabaseTheServerLivesButTakesNoRequests() throws Exception {
    TestServer.withDemoData(DATABASE, Map.of()).close();
    DatabaseProxy proxy = DatabaseProxy.before(TestDatabase.server().address(DATABASE));
    Map<String, Object> properties =
        Map.of(
            "boxtribute.migrations.enabled",
            false,
            "datasources.default.url",
            proxy.jdbcUrl(),
            "datasources.default.maximum-pool-size",
            1);
    try (TestServer server = TestServer.over(TestDatabase.server().address(DATABASE), properties)) {
      assertThat(told(server, "/health/readiness")).isEqualTo(UP);
      proxy.close();
      endSessions();

      assertThat(told(server, "/health/readiness")).isEqualTo(DOWN);
      assertThat(told(server, "/health")).isEqualTo(DOWN);
      assertThat(told(server, "/health/liveness")).isEqualTo(UP);
    }
  }

  @Test
  void aPoolThatIsInUseIsNotWaitedFor() throws Exception {
    Map<String, Object> properties = Map.of("datasources.default.maximum-pool-size", 1);
    try (TestServer server = TestServer.withDemoData(DATABASE, properties);
        ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
        Connection sql = connection();
        Statement lock = sql.createStatement()) {
      lock.execute("lock tables " + BASE.getName() + " write");
      Future<Answer> reading =
          clients.submit(() -> server.as(TestUser.god()).ask("{ bases { id } }"));

      String told = UP;
      while (told.equals(UP)) {
        told = told(server, "/health/readiness");
      }
      assertThat(told).isEqualTo(DOWN);
      assertThat(reading).isNotDone();
      assertThat(told(server, "/health/liveness")).isEqualTo(UP);
      lock.execute("unlock tables");
      reading.get().ok();
      assertThat(told(server, "/health/readiness")).isEqualTo(UP);
    }
  }

  private static String told(TestServer server, String path) {
    HttpResponse<String> answer = Http.send("GET", server.uri().resolve(path), "");
    return answer.statusCode() + " " + answer.body();
  }

  private static void endSessions() throws Exception {
    try (Connection sql = connection();
        Statement statement = sql.createStatement();
        ResultSet others =
            statement.executeQuery(
                "select id from information_schema.processlist"
                    + " where db = database() and id <> connection_id()")) {
      while (others.next()) {
        try (Statement end = sql.createStatement()) {
          end.execute("kill " + others.getLong(1));
        }
      }
    }
  }

  private static Connection connection() throws Exception {
    TestDatabase database = TestDatabase.server();
    return DriverManager.getConnection(
        database.address(DATABASE).jdbcUrl(), database.user(), database.password());
  }
}
