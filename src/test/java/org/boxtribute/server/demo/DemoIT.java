package org.boxtribute.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.boxtribute.server.testing.Http;
import org.boxtribute.server.testing.TestServer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code ./mvnw mn:run} gives to those who try the server out. */
class DemoIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String QUERY = "{\"query\": \"{ bases { id } }\"}";
  private static final String GOD = "god@example.org";

  private final RunningDemo demo = RunningDemo.shared();

  @Test
  void itSaysHowFarItIsAndThenWhereToGo() {
    assertThat(demo.greeting())
        .hasSizeLessThan(40)
        .allSatisfy(
            line -> assertThat(line.strip()).hasSizeLessThan(200).doesNotContain("INFO", "WARN"))
        .anyMatch(line -> line.matches("The demo starts\\. Its log is .*demo\\.log"))
        .anyMatch(line -> line.matches(" +The database runs +\\d+\\.\\d s"))
        .anyMatch(line -> line.matches(" +The data are .* +\\d+\\.\\d s"))
        .anyMatch(line -> line.matches(" +The server answers +\\d+\\.\\d s"))
        .contains("    " + demo.uri() + "/graphql");
    for (DemoUsers.DemoUser user : DemoUsers.all()) {
      assertThat(demo.greeting()).anyMatch(line -> line.strip().startsWith(user.userName() + " "));
    }
  }

  @Test
  void theCurlLineWorksAsPrinted() throws Exception {
    String line =
        demo.greeting().stream()
            .map(String::strip)
            .filter(text -> text.startsWith("curl "))
            .findFirst()
            .orElseThrow();
    assertThat(line).hasSizeLessThan(200);

    Process shell = new ProcessBuilder("sh", "-c", line).redirectErrorStream(true).start();
    String answer = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(JSON.readTree(answer).at("/data/bases/0/name").asText())
        .as(answer)
        .isEqualTo("Lighthouse");
  }

  @Test
  void eachUserComesInWithNameAndPassword() throws Exception {
    for (DemoUsers.DemoUser user : DemoUsers.all()) {
      HttpResponse<String> answer =
          post("/graphql", "Authorization", basic(user.userName(), user.password()));

      assertThat(answer.statusCode()).isEqualTo(200);
      List<Integer> bases =
          JSON.readTree(answer.body()).at("/data/bases").findValues("id").stream()
              .map(JsonNode::asInt)
              .toList();
      assertThat(bases)
          .as(user.userName())
          .isEqualTo(user.organisationId() == null ? List.of(1, 2, 3, 4, 5, 7) : user.baseIds());
    }
  }

  @Test
  void thePartnersApiTakesNameAndPasswordToo() {
    assertThat(post("/", "Authorization", basic(GOD, DemoUsers.PASSWORD)).statusCode())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"god@example.org:guess", "nobody@example.org:boxtribute-demo", "god@example.org"})
  void wrongCredentialsAreRefusedInTheFormOfWrongTokens(String credentials) throws Exception {
    HttpResponse<String> answer = post("/graphql", "Authorization", basic(credentials));

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(fieldNames(answer)).containsExactlyElementsOf(fieldNames(malformedToken()));
    assertThat(JSON.readTree(answer.body()).path("code").asText()).isEqualTo("invalid_header");
  }

  @Test
  void credentialsThatAreNoBase64AreRefused() {
    HttpResponse<String> answer = post("/graphql", "Authorization", "Basic ???");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("malformed");
  }

  @Test
  void severalAuthorizationHeadersAreRefused() {
    String right = basic(GOD, DemoUsers.PASSWORD);

    HttpResponse<String> answer = post("/graphql", "Authorization", right, "Authorization", right);

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("several Authorization headers");
  }

  @Test
  void otherServersTakeNoNameAndPassword() {
    HttpResponse<String> answer =
        send(
            TestServer.shared().uri().resolve("/graphql"),
            QUERY,
            "Authorization",
            basic(GOD, DemoUsers.PASSWORD));

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("The Authorization scheme has to be Bearer");
    assertThat(Http.send("GET", TestServer.shared().uri().resolve("/demo/explorer.json"), ""))
        .returns(404, HttpResponse::statusCode);
  }

  @TestFactory
  Stream<DynamicTest> everyTabOfTheExplorerSucceedsForTheUserWhoIsSignedInFirst() throws Exception {
    JsonNode offer =
        JSON.readTree(Http.send("GET", demo.uri().resolve("/demo/explorer.json"), "").body());
    DemoUsers.DemoUser guide = DemoUsers.find(offer.path("guide").asText()).orElseThrow();
    assertThat(offer.path("tabs").path("/graphql")).hasSizeGreaterThan(4);
    assertThat(offer.path("tabs").path("/")).hasSizeGreaterThan(3);
    assertThat(offer.path("tabs").path("/public")).isNotEmpty();
    return offer.path("tabs").properties().stream()
        .flatMap(
            api ->
                StreamSupport.stream(api.getValue().spliterator(), false)
                    .map(
                        tab ->
                            DynamicTest.dynamicTest(
                                api.getKey() + " " + tab.path("query").asText().lines().toList(),
                                () -> succeeds(api.getKey(), tab, guide))));
  }

  private void succeeds(String path, JsonNode tab, DemoUsers.DemoUser user) throws Exception {
    String variables = tab.path("variables").asText();
    Map<String, Object> request =
        Map.of(
            "query",
            tab.path("query").asText(),
            "variables",
            JSON.readTree(variables.isEmpty() ? "{}" : variables));

    HttpResponse<String> answer =
        send(
            demo.uri().resolve(path),
            JSON.writeValueAsString(request),
            "Authorization",
            basic(user.userName(), user.password()));

    JsonNode body = JSON.readTree(answer.body());
    assertThat(body.has("errors")).as(answer.body()).isFalse();
    assertThat(body.path("data"))
        .isNotEmpty()
        .allSatisfy(
            value -> {
              assertThat(value).isNotEmpty();
              assertThat(value.path("__typename").asText()).doesNotEndWith("Error");
            });
    assertThat(answer.body()).hasSizeGreaterThan(150);
  }

  @Test
  void aSecondDemoOnThePortEndsWithOneLine() throws Exception {
    try (RunningDemo second = RunningDemo.started(demo.port())) {
      assertThat(second.lastWords())
          .singleElement()
          .asString()
          .startsWith("boxtribute-server: Port " + demo.port() + " is in use")
          .endsWith("demo.log.");
      assertThat(second.exitCode()).isEqualTo(1);
    }
  }

  @Test
  void aSecondDemoOnTheDataEndsWithOneLine() throws Exception {
    try (RunningDemo second = RunningDemo.started(RunningDemo.freePort())) {
      List<String> words = second.lastWords();

      assertThat(words).filteredOn(line -> !line.isBlank()).hasSize(2);
      assertThat(words.getLast())
          .startsWith("boxtribute-server: The database in ")
          .contains(Path.of("boxtribute-server", "demo") + " is in use by another process")
          .endsWith("demo.log.");
      assertThat(second.exitCode()).isEqualTo(1);
    }
  }

  @Test
  void aFolderThatCannotBeUsedIsToldInOneLine(@TempDir Path folder) throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    try (RunningDemo unwritten = RunningDemo.started(RunningDemo.freePort(), file)) {
      assertThat(unwritten.lastWords())
          .singleElement()
          .asString()
          .startsWith("boxtribute-server: The demo cannot write to its folder: " + file);
      assertThat(unwritten.exitCode()).isEqualTo(1);
    }
  }

  private HttpResponse<String> malformedToken() {
    return post("/graphql", "Authorization", "Bearer no token");
  }

  private HttpResponse<String> post(String path, String... headers) {
    return send(demo.uri().resolve(path), QUERY, headers);
  }

  private static HttpResponse<String> send(URI address, String body, String... headers) {
    String[] all =
        Stream.concat(Stream.of("Content-Type", "application/json"), Stream.of(headers))
            .toArray(String[]::new);
    return Http.send("POST", address, body, all);
  }

  private static List<String> fieldNames(HttpResponse<String> answer)
      throws JsonProcessingException {
    return JSON.readTree(answer.body()).properties().stream().map(Map.Entry::getKey).toList();
  }

  private static String basic(String userName, String password) {
    return basic(userName + ":" + password);
  }

  private static String basic(String credentials) {
    return "Basic "
        + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
  }
}
