package org.boxtribute.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.BeanContext;
import io.micronaut.http.HttpStatus;
import io.micronaut.inject.qualifiers.Qualifiers;
import io.micronaut.scheduling.TaskExecutors;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import org.boxtribute.server.testing.Http;
import org.boxtribute.server.testing.TestServer;
import org.boxtribute.server.testing.TestUser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients and server agree on about a GraphQL request's way over HTTP. */
class GraphQlHttpProtocolIT {
  private static final String JSON = "application/json";
  private static final String QUERY = "{\"query\": \"{ __typename }\"}";

  private final TestServer server = TestServer.shared();
  private final String authorization = "Bearer " + server.token(TestUser.coordinator());

  @Test
  void aQueryIsAnsweredWithItsData() {
    HttpResponse<String> response = post(QUERY);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).hasValue(JSON);
    assertThat(response.body()).isEqualTo("{\"data\":{\"__typename\":\"Query\"}}");
  }

  @Test
  void variablesAndAnOperationNameArePassedOn() {
    HttpResponse<String> response =
        post(
            """
            {"query": "query A { __typename } query B($id: ID!) { organisation(id: $id) { id } }",
             "operationName": "B", "variables": {"id": "2"}}
            """);

    assertThat(response.body()).isEqualTo("{\"data\":{\"organisation\":{\"id\":\"2\"}}}");
  }

  @Test
  void membersThatARequestDoesNotHaveAreIgnored() {
    assertThat(
            post("{\"query\": \"{ __typename }\", \"x\": [1], \"extensions\": {\"a\": [1]}}")
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void nullVariablesAndOperationNameAreNone() {
    assertThat(
            post("{\"query\": \"{ __typename }\", \"variables\": null,"
                    + " \"operationName\": null, \"extensions\": null}")
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void aCharacterSetInTheContentTypeIsAllowed() {
    assertThat(post(QUERY, "application/json; charset=utf-8").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[]", "null", "\"text\"", "{} {}", "{\"query\": \"{a}\",}", "NaN"})
  void aBodyThatIsNoJsonObjectIsABadRequest(String body) {
    assertRefused(post(body), 400, "The request body ");
  }

  @Test
  void anEmptyBodyIsABadRequest() {
    assertRefused(post(""), 400, "The request body has to be a JSON object.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"query\": null}", "{\"query\": \"\"}", "{\"query\": 1}"})
  void aRequestWithoutQueryIsABadRequest(String body) {
    assertRefused(post(body), 400, "The request has to have a query");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"query\": \"{ __typename }\", \"variables\": [1]} | The request's variables",
        "{\"query\": \"{ __typename }\", \"variables\": \"a\"} | The request's variables",
        "{\"query\": \"{ __typename }\", \"operationName\": 1} | The request's operationName",
        "{\"query\": \"{ __typename }\", \"extensions\": \"a\"} | The request's extensions",
        "{\"query\": \"{ __typename }\", \"extensions\": [1]} | The request's extensions"
      })
  void aMemberOfAnotherTypeIsABadRequest(String body, String message) {
    assertRefused(post(body), 400, message);
  }

  @Test
  void halfACharacterIsABadRequest() {
    assertRefused(
        post("{\"query\": \"{ __typename }\", \"variables\": {\"a\": \"\\ud83d\"}}"),
        400,
        "The request body has a text with half of a surrogate pair.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/graphql"})
  void aBodyOfAnotherTypeIsUnsupported(String contentType) {
    assertRefused(post(QUERY, contentType), 415, "The request body has to be application/json.");
  }

  @Test
  void aBodyWithoutTypeIsUnsupported() {
    HttpResponse<String> response =
        Http.send("POST", graphql(), QUERY, "Authorization", authorization);

    assertRefused(response, 415, "The request body has to be application/json.");
  }

  @Test
  void aBodyOverTheLimitIsTooLarge() {
    assertRefused(
        post("{\"query\": \"" + "#".repeat(1_100_000) + "\"}"),
        413,
        "The request body is too large.");
  }

  @Test
  void aDocumentThatDoesNotParseIsABadRequest() {
    HttpResponse<String> response = post("{\"query\": \"{ \"}");

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).startsWith("{\"errors\":[{\"message\":").doesNotContain("\"data\"");
  }

  @Test
  void aDocumentThatIsNotValidIsABadRequest() {
    HttpResponse<String> response = post("{\"query\": \"{ nothing }\"}");

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).contains("nothing").doesNotContain("\"data\"");
  }

  @Test
  void aDocumentThatAsksForTheSchemaInCirclesIsABadRequest() {
    HttpResponse<String> response =
        post("{\"query\": \"{ __schema { types { fields { type { fields { name } } } } } }\"}");

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).contains("INTROSPECTION").doesNotContain("\"data\"");
  }

  @Test
  void anExecutedRequestIsOkWhateverItsFieldsCameTo() {
    HttpResponse<String> response = post("{\"query\": \"{ organisation(id: 0) { id } }\"}");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).contains("\"organisation\":null").contains("\"errors\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/json | application/json",
        "*/* | application/json",
        "application/* | application/json",
        "text/html | application/json",
        "image/png, application/*;q=0.1 | application/json",
        "application/json;q=0 | application/json",
        "nonsense;;, /;q=many | application/json",
        "application/graphql-response+json | application/graphql-response+json;charset=utf-8",
        "application/graphql-response+json, application/json;q=0.9"
            + " | application/graphql-response+json;charset=utf-8",
        "application/graphql-response+json;q=0.9, application/json | application/json"
      })
  void theAnswersTypeIsTheOneThatTheClientAcceptsOrJson(String accepted, String type) {
    HttpResponse<String> response = postAccepting(accepted, QUERY);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).hasValue(type);
    assertThat(response.headers().allValues("Vary")).contains("Accept");
    assertThat(response.body()).isEqualTo("{\"data\":{\"__typename\":\"Query\"}}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ \"query\": 1 }",
        "{ \"query\": \"{ \" }",
        "{ \"query\": \"{ nothing }\" }",
        "{ \"query\": \"query($id: ID!) { organisation(id: $id) { id } }\" }",
        "{ \"query\": \"query A { __typename }\", \"operationName\": \"B\" }"
      })
  void inGraphQlsOwnTypeARequestThatIsNotExecutedIsABadRequestWithoutData(String body) {
    HttpResponse<String> response = postAccepting("application/graphql-response+json", body);

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.headers().firstValue("Content-Type"))
        .hasValue("application/graphql-response+json;charset=utf-8");
    assertThat(response.body()).contains("\"errors\"").doesNotContain("\"data\"");
  }

  @Test
  void inGraphQlsOwnTypeAnExecutedRequestIsOkWhateverItsFieldsCameTo() {
    HttpResponse<String> response =
        postAccepting(
            "application/graphql-response+json", "{\"query\": \"{ organisation(id: 0) { id } }\"}");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).contains("\"organisation\":null").contains("\"errors\"");
  }

  @Test
  void inJsonARequestWhoseVariablesDoNotFitHasNullAsData() {
    HttpResponse<String> response =
        post("{ \"query\": \"query($id: ID!) { organisation(id: $id) { id } }\" }");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).contains("\"errors\"").contains("\"data\":null");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/graphql", "/"})
  void aQueryMayBeSentInTheAddress(String path) {
    String parameters =
        "?operationName=A&query=query%20A(%24id%3AID!)%7Borganisation(id%3A%24id)%7Bid%7D%7D"
            + "&variables=%7B%22id%22%3A2%7D";
    HttpResponse<String> response = get(path + parameters, "application/json");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).hasValue(JSON);
    assertThat(response.body()).isEqualTo("{\"data\":{\"organisation\":{\"id\":\"2\"}}}");
  }

  @Test
  void aQueryInTheAddressNeedsATokenToo() {
    URI address = server.uri().resolve("/graphql?query=%7B__typename%7D");

    assertUnauthorized(Http.send("GET", address, ""), "authorization_header_missing");
  }

  @Test
  void aMutationInTheAddressIsABadRequest() {
    assertThat(get("/graphql?query=mutation%7B__typename%7D", "*/*").statusCode()).isEqualTo(400);
  }

  @Test
  void variablesInTheAddressHaveToBeAnObject() {
    assertRefused(
        get("/graphql?query=%7B__typename%7D&variables=%7B", "*/*"),
        400,
        "The value of variables is not valid JSON");
    assertRefused(
        get("/graphql?query=%7B__typename%7D&variables=1", "*/*"), 400, "The request's variables");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/graphql | */*",
        "/graphql | application/json",
        "/graphql | nonsense;;, /;q=many",
        "/public | image/png",
        "/graphql?query=%7B__typename%7D | text/html,application/xml;q=0.9,*/*;q=0.8"
      })
  void peopleAreShownTheExplorer(String address, String accepted) {
    HttpResponse<String> response = get(address, accepted);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
    assertThat(response.headers().allValues("Vary")).contains("Accept");
  }

  @Test
  void aRequestWithoutTokenIsUnauthorized() {
    HttpResponse<String> response = Http.send("POST", graphql(), QUERY, "Content-Type", JSON);

    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.headers().firstValue("Content-Type")).hasValue(JSON);
    assertThat(response.body())
        .startsWith("{\"code\":\"authorization_header_missing\",\"description\":");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Basic abc", "Bearer", "Bearer a b"})
  void aHeaderWithoutOneTokenIsUnauthorized(String header) {
    assertUnauthorized(
        Http.send("POST", graphql(), QUERY, "Content-Type", JSON, "Authorization", header),
        "invalid_header");
  }

  @Test
  void severalHeadersAreUnauthorized() {
    assertUnauthorized(
        Http.send(
            "POST",
            graphql(),
            QUERY,
            "Content-Type",
            JSON,
            "Authorization",
            authorization,
            "Authorization",
            authorization),
        "invalid_header");
  }

  @Test
  void aTokenOfAnotherIssuerIsUnauthorizedAndToldWhy() {
    HttpResponse<String> response =
        Http.send("POST", graphql(), QUERY, "Content-Type", JSON, "Authorization", "Bearer a.b.c");

    assertUnauthorized(response, "invalid_claims");
    assertThat(response.body()).contains("\"message\":");
  }

  @Test
  void authenticationComesBeforeTheBody() {
    assertThat(Http.send("POST", graphql(), "{", "Content-Type", "text/plain").statusCode())
        .isEqualTo(401);
  }

  @Test
  void thePartnersApiHasQueriesAlone() {
    URI api = server.uri().resolve("/");

    assertThat(send(api, QUERY).body()).isEqualTo("{\"data\":{\"__typename\":\"Query\"}}");
    assertThat(send(api, "{\"query\": \"mutation { __typename }\"}").statusCode()).isEqualTo(400);
    assertThat(send(api, "{\"query\": \"{ __schema { mutationType { name } } }\"}").body())
        .isEqualTo("{\"data\":{\"__schema\":{\"mutationType\":null}}}");
  }

  @Test
  void thePartnersApiNeedsAToken() {
    assertThat(
            Http.send("POST", server.uri().resolve("/"), QUERY, "Content-Type", JSON).statusCode())
        .isEqualTo(401);
  }

  @Test
  void theSharedApiNeedsNoToken() {
    HttpResponse<String> response =
        Http.send("POST", server.uri().resolve("/public"), QUERY, "Content-Type", JSON);

    assertThat(response.body()).isEqualTo("{\"data\":{\"__typename\":\"Query\"}}");
  }

  @Test
  void developersMayAskForTheSchemaOfTheWebAppsApi() {
    assertThat(post("{\"query\": \"{ __schema { queryType { name } } }\"}").body())
        .contains("\"queryType\":{\"name\":\"Query\"}");
  }

  @Test
  void inProductionTheWebAppsApiKeepsItsSchemaAndTheOtherAppsAreElsewhere() {
    Map<String, Object> production =
        Map.of("boxtribute.environment", "production", "boxtribute.apps", "app");
    try (TestServer other = TestServer.withDemoData("boxtribute_production", production)) {
      HttpResponse<String> schema =
          send(
              other.uri().resolve("/graphql"),
              "{\"query\": \"{ __schema { queryType { name } } }\"}");

      assertThat(schema.body()).contains("\"errors\"").doesNotContain("\"queryType\":{");
      assertThat(send(other.uri().resolve("/graphql"), QUERY).statusCode()).isEqualTo(200);
      assertThat(send(other.uri().resolve("/"), QUERY).statusCode()).isEqualTo(404);
      assertThat(send(other.uri().resolve("/token"), "{}").statusCode()).isEqualTo(404);
      assertThat(send(other.uri().resolve("/public"), QUERY).statusCode()).isEqualTo(404);
    }
  }

  @Test
  void anUnknownAddressIsNotFound() {
    assertRefused(
        Http.send("GET", server.uri().resolve("/nothing"), ""),
        404,
        "There is nothing at this address.");
  }

  @Test
  void anotherMethodIsNotAllowed() {
    assertRefused(
        Http.send("PUT", graphql(), QUERY, "Content-Type", JSON),
        405,
        "This address does not answer this method.");
  }

  @Test
  void healthIsUp() {
    HttpResponse<String> response = Http.send("GET", server.uri().resolve("/health"), "");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("{\"status\":\"UP\"}");
  }

  @Test
  void blockingWorkRunsOnVirtualThreads() throws Exception {
    ExecutorService executor =
        server
            .bean(BeanContext.class)
            .getBean(ExecutorService.class, Qualifiers.byName(TaskExecutors.BLOCKING));

    assertThat(executor.submit(() -> Thread.currentThread().isVirtual()).get()).isTrue();
  }

  private URI graphql() {
    return server.uri().resolve("/graphql");
  }

  private HttpResponse<String> post(String body) {
    return send(graphql(), body);
  }

  private HttpResponse<String> postAccepting(String accepted, String body) {
    return Http.send(
        "POST",
        graphql(),
        body,
        "Content-Type",
        JSON,
        "Authorization",
        authorization,
        "Accept",
        accepted);
  }

  private HttpResponse<String> get(String address, String accepted) {
    return Http.send(
        "GET",
        server.uri().resolve(address),
        "",
        "Authorization",
        authorization,
        "Accept",
        accepted);
  }

  private HttpResponse<String> post(String body, String contentType) {
    return Http.send(
        "POST", graphql(), body, "Content-Type", contentType, "Authorization", authorization);
  }

  private HttpResponse<String> send(URI address, String body) {
    return Http.send("POST", address, body, "Content-Type", JSON, "Authorization", authorization);
  }

  private static void assertRefused(HttpResponse<String> response, int status, String message) {
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type")).hasValue(JSON);
    assertThat(response.body())
        .startsWith("{\"errors\":[{\"message\":\"" + message)
        .contains("\"code\":\"" + HttpStatus.valueOf(status).name() + "\"")
        .doesNotContain("\tat ")
        .doesNotContain("Exception");
  }

  private static void assertUnauthorized(HttpResponse<String> response, String code) {
    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.body()).startsWith("{\"code\":\"" + code + "\",\"description\":");
  }
}
