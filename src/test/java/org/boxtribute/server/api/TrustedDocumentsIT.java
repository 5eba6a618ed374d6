package org.boxtribute.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.boxtribute.server.testing.Answer;
import org.boxtribute.server.testing.Client;
import org.boxtribute.server.testing.Http;
import org.boxtribute.server.testing.TestDatabase;
import org.boxtribute.server.testing.TestServer;
import org.boxtribute.server.testing.TestUser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents that are known by ids, over HTTP: registered by a build, or sent once before. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TrustedDocumentsIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String BASES = "query Bases { bases { id } }";
  private static final String ORGANISATION =
      "query Organisation($id: ID!) { organisation(id: $id) { id } }";
  private static final String DELETION =
      "mutation Delete { deleteBoxes(labelIdentifiers: []) { __typename } }";
  private static final String STANDARD = "query Standard { standardProducts { __typename } }";

  @TempDir private static Path folder;

  private final TestServer open = TestServer.shared();
  private TestServer strict;

  @BeforeAll
  void startTheStrictServer() throws IOException {
    Map<String, String> manifest = new HashMap<>();
    manifest.put("sha256:" + hash(BASES), BASES);
    manifest.put(hash(DELETION), DELETION);
    manifest.put("organisation-1", ORGANISATION);
    manifest.put("standard-1", STANDARD);
    strict = start(manifest, true);
  }

  @AfterAll
  void stopTheStrictServer() {
    strict.close();
  }

  @Test
  void aTrustedDocumentIsExecutedByItsId() {
    Client client = strict.as(TestUser.coordinator());

    assertThat(
            client.post("{\"documentId\": \"sha256:%s\"}".formatted(hash(BASES))).ok().at("/bases"))
        .isNotEmpty();
    assertThat(client.post("{\"documentId\": \"%s\"}".formatted(hash(BASES))).ok().at("/bases"))
        .isNotEmpty();
    assertThat(
            client
                .post("{\"documentId\": \"organisation-1\", \"variables\": {\"id\": 2}}")
                .ok()
                .text("/organisation/id"))
        .isEqualTo("2");
    assertThat(client.post(persisted(hash(BASES))).ok().at("/bases")).isNotEmpty();
    assertThat(client.ask(BASES).ok().at("/bases")).isNotEmpty();
  }

  @Test
  void eachApiAnswersTheTrustedDocumentsThatItCan() {
    String bases = "{\"documentId\": \"sha256:%s\"}".formatted(hash(BASES));

    strict.client("/", TestUser.coordinator()).post(bases).ok();
    strict.anonymous("/public").post("{\"documentId\": \"standard-1\"}").ok();
    assertThat(strict.anonymous("/public").post(bases).errors())
        .containsExactly("GRAPHQL_VALIDATION_FAILED ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/graphql", "/", "/public"})
  void allElseIsRefusedWhereOnlyTheseAreAnswered(String path) {
    Client client = strict.client(path, TestUser.god());

    for (String document :
        new String[] {"{ __typename }", BASES + " ", "{ __schema { types { name } } }", "{"}) {
      Answer answer = client.ask(document);
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.errors()).containsExactly("DOCUMENT_NOT_TRUSTED ");
      assertThat(answer.body().has("data")).isFalse();
    }
    assertThat(client.post(persisted("{ __typename }", hash("{ __typename }"))).errors())
        .containsExactly("DOCUMENT_NOT_TRUSTED ");
    assertThat(client.post(persisted(hash("{ __typename }"))).errors())
        .containsExactly("PERSISTED_QUERY_NOT_FOUND ");
  }

  @Test
  void whoHasNoTokenIsToldThatFirst() {
    assertThat(strict.anonymous("/graphql").ask("{ __typename }").status()).isEqualTo(401);
    assertThat(strict.anonymous("/graphql").post("{\"documentId\": \"x\"}").status())
        .isEqualTo(401);
    assertThat(
            open.anonymous("/graphql")
                .post(persisted("{ a: __typename }", hash("{ a: __typename }")))
                .status())
        .isEqualTo(401);
    assertThat(open.as(TestUser.god()).post(persisted(hash("{ a: __typename }"))).errors())
        .containsExactly("PERSISTED_QUERY_NOT_FOUND ");
  }

  @Test
  void theExplorerSaysThatThereIsNone() {
    HttpResponse<String> page = Http.send("GET", strict.uri().resolve("/graphql"), "");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("has no explorer").doesNotContain("<script");
    assertThat(Http.send("GET", strict.uri().resolve("/health"), "").statusCode()).isEqualTo(200);
  }

  @Test
  void anAddressMayNameADocument() {
    assertThat(get("documentId=sha256%3A" + hash(BASES)).body()).contains("\"bases\":[");
    assertThat(get("documentId=organisation-1&variables=" + encoded("{\"id\": 1}")).body())
        .isEqualTo("{\"data\":{\"organisation\":{\"id\":\"1\"}}}");
    assertThat(
            get("extensions="
                    + encoded(
                        "{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"%s\"}}"
                            .formatted(hash(BASES))))
                .body())
        .contains("\"bases\":[");
  }

  @Test
  void anAddressMayNotWrite() {
    HttpResponse<String> response = get("documentId=" + hash(DELETION));

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).contains("GRAPHQL_VALIDATION_FAILED");
  }

  @Test
  void anUnknownIdIsToldAsApollosClientsExpectIt() {
    String body = persisted(hash("{ never: __typename }"));
    HttpResponse<String> asJson = post(body, "application/json");
    HttpResponse<String> asOwn = post(body, "application/graphql-response+json");

    assertThat(asJson.statusCode()).isEqualTo(200);
    assertThat(asJson.body())
        .contains("\"message\":\"PersistedQueryNotFound\"")
        .contains("\"code\":\"PERSISTED_QUERY_NOT_FOUND\"");
    assertThat(asOwn.statusCode()).isEqualTo(400);
    assertThat(asOwn.body()).contains("PERSISTED_QUERY_NOT_FOUND").doesNotContain("data");
  }

  @Test
  void aDocumentThatWasSentWithItsHashIsFoundByItForEveryUserOfTheApi() {
    String document = "{ once: __typename }";

    open.as(TestUser.coordinator()).post(persisted(document, hash(document))).ok();

    assertThat(open.as(TestUser.god()).post(persisted(hash(document))).ok().text("/once"))
        .isEqualTo("Query");
    assertThat(
            open.as(TestUser.god())
                .post("{\"documentId\": \"sha256:%s\", \"query\": \"\"}".formatted(hash(document)))
                .ok()
                .text("/once"))
        .isEqualTo("Query");
    assertThat(open.anonymous("/public").post(persisted(hash(document))).errors())
        .containsExactly("PERSISTED_QUERY_NOT_FOUND ");
  }

  @Test
  void aHashOfAnotherDocumentIsRefused() {
    Answer answer =
        open.as(TestUser.god()).post(persisted("{ __typename }", hash("{ bases { id } }")));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.errors()).containsExactly("DOCUMENT_ID_MISMATCH ");
    assertThat(open.as(TestUser.god()).post(persisted(hash("{ bases { id } }"))).errors())
        .containsExactly("PERSISTED_QUERY_NOT_FOUND ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"documentId\": \"\"} | documentId",
        "{\"documentId\": \" \"} | documentId",
        "{\"documentId\": 7} | documentId",
        "{\"documentId\": [\"a\"]} | documentId",
        "{\"documentId\": \"sha256:abc\"} | documentId",
        "{\"documentId\": null} | a query",
        "{\"documentId\": \"a\", \"query\": 7} | a query",
        "{\"query\": \"{ __typename }\", \"documentId\": \"\"} | documentId",
        "{\"extensions\": {\"persistedQuery\": 1}} | persistedQuery",
        "{\"extensions\": {\"persistedQuery\": {}}} | version 1",
        "{\"extensions\": {\"persistedQuery\": {\"version\": 2, \"sha256Hash\": \"a\"}}} | version 1",
        "{\"extensions\": {\"persistedQuery\": {\"version\": \"1\"}}} | version 1",
        "{\"extensions\": {\"persistedQuery\": {\"version\": 1}}} | sha256Hash",
        "{\"extensions\": {\"persistedQuery\": {\"version\": 1, \"sha256Hash\": 5}}} | sha256Hash",
        "{\"extensions\": {\"persistedQuery\": {\"version\": 1, \"sha256Hash\": \"zz\"}}} | sha256Hash",
        "{\"extensions\": {\"persistedQuery\": null}} | a query"
      })
  void malformedIdsAreABadRequest(String body, String message) {
    Answer answer = open.as(TestUser.god()).post(body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.errors()).containsExactly("BAD_REQUEST ");
    assertThat(answer.body().at("/errors/0/message").asText()).contains(message);
  }

  @Test
  void theCaseOfAHashDoesNotMatter() {
    String upper = hash(BASES).toUpperCase(java.util.Locale.ROOT);

    strict.as(TestUser.coordinator()).post(persisted(upper)).ok();
    strict.as(TestUser.coordinator()).post("{\"documentId\": \"sha256:%s\"}".formatted(upper)).ok();
  }

  @Test
  void bothKindsOfIdsHaveToMeanTheSameDocument() {
    String both =
        "{\"documentId\": \"organisation-1\", \"variables\": {\"id\": 1}, \"extensions\":"
            + " {\"persistedQuery\": {\"version\": 1, \"sha256Hash\": \"%s\"}}}";

    strict.as(TestUser.coordinator()).post(both.formatted(hash(ORGANISATION))).ok();
    assertThat(strict.as(TestUser.coordinator()).post(both.formatted(hash(BASES))).errors())
        .containsExactly("DOCUMENT_ID_MISMATCH ");
  }

  @Test
  void aTrustedDocumentThatNoApiCanExecuteStopsTheStart() {
    assertThatThrownBy(() -> start(Map.of("a", "{ bases { height } }"), false))
        .hasStackTraceContaining("document a: ")
        .hasStackTraceContaining("'height' in type 'Base' is undefined");
  }

  @Test
  void onlyTrustedDocumentsWithoutAManifestStopTheStart() {
    Map<String, Object> keys =
        Map.of("boxtribute.migrations.enabled", false, "boxtribute.documents.only", true);

    assertThatThrownBy(
            () -> TestServer.over(TestDatabase.server().address("boxtribute_test"), keys).close())
        .hasStackTraceContaining("no manifest says which these are");
  }

  private static TestServer start(Map<String, String> manifest, boolean only) throws IOException {
    Path file =
        Files.writeString(
            Files.createTempFile(folder, "manifest", ".json"), JSON.writeValueAsString(manifest));
    return TestServer.over(
        TestDatabase.server().address("boxtribute_test"),
        Map.of(
            "boxtribute.migrations.enabled",
            false,
            "boxtribute.documents.files",
            file.toString(),
            "boxtribute.documents.only",
            only));
  }

  private HttpResponse<String> get(String parameters) {
    return Http.send(
        "GET",
        strict.uri().resolve("/graphql?" + parameters),
        "",
        "Authorization",
        "Bearer " + strict.token(TestUser.god()));
  }

  private HttpResponse<String> post(String body, String accepted) {
    return Http.send(
        "POST",
        open.uri().resolve("/graphql"),
        body,
        "Content-Type",
        "application/json",
        "Accept",
        accepted,
        "Authorization",
        "Bearer " + open.token(TestUser.god()));
  }

  private static String persisted(String hash) {
    return "{\"extensions\": {\"persistedQuery\": {\"version\": 1, \"sha256Hash\": \"%s\"}}}"
        .formatted(hash);
  }

  private static String persisted(String document, String hash) {
    return "{\"query\": \"%s\", \"extensions\": {\"persistedQuery\": {\"version\": 1, \"sha256Hash\": \"%s\"}}}"
        .formatted(document, hash);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String hash(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (java.security.NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
