package org.boxtribute.server.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.boxtribute.server.testing.TestDatabase;
import org.boxtribute.server.testing.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is deployed to AWS Lambda: the zip, run as the managed runtime does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FunctionIT {
  private static final long MEGABYTE = 1 << 20;
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private TestServer server;
  private FunctionProcess function;
  private Map<Call, Reply> expected;

  @BeforeAll
  void start() {
    assumeThat(FunctionProcess.zip()).as("the function's zip, made by ./mvnw package").exists();
    server = TestServer.shared();
    function = FunctionProcess.start(variables());
    expected = new HashMap<>();
    new Calls(server).all().forEach(call -> expected.put(call, ofServer(call)));
    function.api().awaitInitialisation();
  }

  @AfterAll
  void stop() {
    if (function != null) {
      function.close();
    }
  }

  private static Map<String, String> variables() {
    Map<String, String> variables =
        FunctionProcess.variables(TestDatabase.server().address("boxtribute_test"));
    variables.put("BOXTRIBUTE_APPS", "api,app,shared");
    return variables;
  }

  @ParameterizedTest
  @EnumSource(Events.class)
  void itsAnswersAreTheServers(Events events) {
    Map<String, Reply> different = new HashMap<>();
    expected.forEach(
        (call, reply) -> {
          Reply answer = ofFunction(events, call);
          if (!answer.equals(reply)) {
            different.put(call.name(), answer);
          }
        });

    assertThat(different)
        .isEqualTo(
            expected.entrySet().stream()
                .filter(entry -> different.containsKey(entry.getKey().name()))
                .collect(Collectors.toMap(entry -> entry.getKey().name(), Map.Entry::getValue)));
  }

  private Reply ofFunction(Events events, Call call) {
    return Events.reply(
        function.api().invoke(events.json(call), RuntimeApi.TIME_FOR_AN_INVOCATION).response());
  }

  private Reply ofServer(Call call) {
    String query = call.query().isEmpty() ? "" : "?" + call.query();
    URI address = URI.create(server.uri().toString() + call.path() + query);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .method(
                call.method(),
                call.body().length == 0
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(call.body()));
    call.headers().forEach((name, values) -> values.forEach(value -> request.header(name, value)));
    try {
      return Reply.of(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
    } catch (IOException failure) {
      throw new IllegalStateException(call.name(), failure);
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interruption);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "[]",
        "nonsense",
        "{",
        "{}",
        "{} {}",
        "{\"version\": \"2.0\"}",
        "{\"source\": \"aws.events\", \"detail-type\": \"Scheduled Event\"}",
        "{\"httpMethod\": \"GET\"}",
        "{\"httpMethod\": [], \"path\": \"/health\"}",
        "{\"httpMethod\": \"GET\", \"path\": \"/health\", \"headers\": 1}",
        "{\"requestContext\": {\"http\": {\"path\": \"/health\"}}}",
        "{\"requestContext\": {\"http\": {\"method\": \"GET\"}}}",
        "{\"requestContext\": {\"http\": {\"method\": \"POST\", \"path\": \"/graphql\"}},"
            + " \"isBase64Encoded\": true, \"body\": \"***\"}",
        "{\"requestContext\": {\"http\": {\"method\": \"POST\", \"path\": \"/graphql\"}},"
            + " \"body\": \"\\ud800\"}"
      })
  void whatIsNoRequestIsAnErrorAndTheNextOneIsAnswered(String event) {
    RuntimeApi.Outcome outcome = function.api().invoke(event);

    assertThat(outcome.kind()).isEqualTo(RuntimeApi.Outcome.Kind.ERROR);
    assertThat(outcome.body()).contains("MalformedEvent");
    assertThat(ofFunction(Events.HTTP_API, Call.of("GET", "/health")).status()).isEqualTo(200);
  }

  @Test
  void anEventMayHaveNothingButAMethodAndAPath() {
    assertThat(
            Events.reply(
                function
                    .api()
                    .invoke("{\"httpMethod\": \"GET\", \"path\": \"/health\"}")
                    .response()))
        .isEqualTo(ofServer(Call.of("GET", "/health")));
    assertThat(
            Events.reply(
                function
                    .api()
                    .invoke(
                        "{\"requestContext\": {\"http\":"
                            + " {\"method\": \"GET\", \"path\": \"/health\"}}}")
                    .response()))
        .isEqualTo(ofServer(Call.of("GET", "/health")));
  }

  @Test
  void aMissingVariableStopsTheStartWithOneLine() throws InterruptedException {
    Map<String, String> variables = variables();
    variables.remove("AUTH0_AUDIENCE");
    try (FunctionProcess other = FunctionProcess.start(variables)) {
      RuntimeApi.Outcome outcome = other.api().awaitInitialisation();

      assertThat(outcome.kind()).isEqualTo(RuntimeApi.Outcome.Kind.ERROR);
      assertThat(outcome.body()).contains("AUTH0_AUDIENCE is not set");
      assertThat(other.exitCode()).isNotZero();
      assertThat(other.output().lines().filter(line -> line.startsWith("boxtribute-server: ")))
          .containsExactly("boxtribute-server: AUTH0_AUDIENCE is not set");
    }
  }

  @Test
  void aDeployedZipIsSmallAndHasNoDemo() throws IOException {
    assertThat(FunctionProcess.zip().toFile().length()).isLessThan(50 * MEGABYTE);
    try (ZipFile zip = new ZipFile(FunctionProcess.zip().toFile())) {
      List<String> names = zip.stream().map(ZipEntry::getName).toList();
      assertThat(names)
          .contains("org/boxtribute/server/lambda/FunctionHandler.class")
          .noneMatch(FunctionIT::isUnwanted);
    }
  }

  private static boolean isUnwanted(String name) {
    return Stream.of("demo", "server/build/", "netty", "flyway", "mariaDB", "db/")
        .anyMatch(name::contains);
  }
}
