package org.boxtribute.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.boxtribute.server.persistence.schema.Tables.TAG;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.boxtribute.server.persistence.DatabaseAddress;
import org.boxtribute.server.testing.TestDatabase;
import org.boxtribute.server.testing.TestServer;
import org.boxtribute.server.testing.TestUser;
import org.boxtribute.server.testing.Unique;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;

/** The packaged server is told to end while many clients write, and read large answers. */
class EndUnderLoadIT {
  private static final String DATABASE = "boxtribute_test_load";
  private static final int WRITERS = 12;
  private static final int READERS = 6;
  private static final int ANSWERS_BEFORE_THE_END = 100;
  private static final String LARGE_READ =
      "{ __schema { types { name description fields { name description args { name description"
          + " type { name ofType { name } } } type { name ofType { name ofType { name } } } } } } }";

  private final String token = TestServer.shared().token(TestUser.god());

  /** The names of this run's tags begin with it. */
  private final String run = Unique.name("Load");

  private final Set<String> created = ConcurrentHashMap.newKeySet();
  private final Set<String> refused = ConcurrentHashMap.newKeySet();
  private final Set<String> unanswered = ConcurrentHashMap.newKeySet();
  private final CountDownLatch load = new CountDownLatch(ANSWERS_BEFORE_THE_END);

  @BeforeAll
  static void fill() {
    assumeThat(ServerProcess.jar()).as("the packaged jar, made by ./mvnw package").isPresent();
    TestServer.withDemoData(DATABASE, Map.of()).close();
  }

  @RepeatedTest(3)
  void eachRequestIsAnsweredOrRefused() throws Exception {
    DatabaseAddress database = TestDatabase.server().address(DATABASE);
    Map<String, String> variables = ServerProcess.variables(database);
    variables.put("ENVIRONMENT", "development");
    variables.put("BOXTRIBUTE_APPS", "app");
    String jar = ServerProcess.jar().orElseThrow().toAbsolutePath().toString();
    // The rows of the demo are there already, and unknown to the jar.
    List<String> command =
        List.of(ServerProcess.java(), "-Dboxtribute.migrations.enabled=false", "-jar", jar);
    try (ServerProcess server = ServerProcess.start(command, Path.of("."), variables);
        ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      URI endpoint = server.await().resolve("/graphql");
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        running.add(clients.submit(() -> askUntilTheEnd(endpoint, true)));
      }
      for (int i = 0; i < READERS; i++) {
        running.add(clients.submit(() -> askUntilTheEnd(endpoint, false)));
      }
      while (load.getCount() > 0) {
        assertThat(unanswered).isEmpty();
        Thread.sleep(5);
      }
      server.terminate();
      server.terminate();

      assertThat(server.ended()).isEqualTo(143);
      for (Future<?> client : running) {
        client.get();
      }
      assertThat(unanswered).isEmpty();
      assertThat(server.output()).contains("Ending, after").doesNotContain("ERROR");
    }
    assertThat(refused).isNotEmpty();
    assertThat(stored(database)).isEqualTo(created);
  }

  private static String write(String name) {
    return "mutation { createTag(creationInput: { name: \\\""
        + name
        + "\\\", color: \\\"#fff\\\", type: All, baseId: 1 }) { ... on Tag { name } } }";
  }

  /** A client with a connection that it keeps. */
  private Void askUntilTheEnd(URI endpoint, boolean writes) throws InterruptedException {
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      boolean goesOn = true;
      while (goesOn) {
        String name = Unique.name(run);
        goesOn =
            writes
                ? ask(client, endpoint, name, write(name), name)
                : ask(client, endpoint, "", LARGE_READ, "\"__schema\"");
      }
      return null;
    }
  }

  /** Whether the server has answered, and may be asked again. */
  private boolean ask(
      HttpClient client, URI endpoint, String name, String document, String expected)
      throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(endpoint)
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + token)
            .POST(HttpRequest.BodyPublishers.ofString("{\"query\": \"" + document + "\"}"))
            .build();
    try {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      load.countDown();
      boolean ends = answer.headers().firstValue("Connection").orElse("").equals("close");
      if (answer.statusCode() == 200 && answer.body().contains(expected)) {
        if (!name.isEmpty()) {
          created.add(name);
        }
        return true;
      }
      if (answer.statusCode() == 503 && ends) {
        refused.add(name);
      } else {
        unanswered.add(name + answer.body());
      }
      return false;
    } catch (IOException failure) {
      if (!isOfAnEndedServer(failure)) {
        unanswered.add(name + failure);
      }
      return false;
    }
  }

  /** Nobody listens, or the connection was closed before the request was read. */
  private static boolean isOfAnEndedServer(IOException failure) {
    return failure instanceof ConnectException
        || String.valueOf(failure.getMessage())
            .matches(".*(received no bytes|Connection reset|Broken pipe).*");
  }

  private Set<String> stored(DatabaseAddress database) throws SQLException {
    try (Connection connection =
        DriverManager.getConnection(
            database.jdbcUrl(), TestDatabase.server().user(), TestDatabase.server().password())) {
      return new HashSet<>(
          DSL.using(connection)
              .select(TAG.NAME)
              .from(TAG)
              .where(TAG.NAME.like(run + "%"))
              .fetch(TAG.NAME));
    }
  }
}
