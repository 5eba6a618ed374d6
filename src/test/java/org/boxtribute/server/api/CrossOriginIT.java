package org.boxtribute.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.boxtribute.server.testing.Http;
import org.boxtribute.server.testing.TestServer;
import org.boxtribute.server.testing.TestUser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CrossOriginIT {
  private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";
  private static final String ALLOW_HEADERS = "Access-Control-Allow-Headers";

  private final TestServer server = TestServer.shared();

  @ParameterizedTest
  @CsvSource({
    "/graphql, http://localhost:5005",
    "/graphql, http://localhost:3000",
    "/graphql, http://localhost:5173",
    "/graphql, https://v2-staging.boxtribute.org",
    "/graphql, https://v2-demo.boxtribute.org",
    "/graphql, https://v2.boxtribute.org",
    "/graphql, https://v2-staging-dot-dropapp-242214.ew.r.appspot.com",
    "/graphql, https://v2-demo-dot-dropapp-242214.ew.r.appspot.com",
    "/graphql, https://v2-production-dot-dropapp-242214.ew.r.appspot.com",
    "/public, http://localhost:5005",
    "/public, http://localhost:3000",
    "/public, http://localhost:5173",
    "/public, https://shared-staging.boxtribute.org",
    "/public, https://shared-demo.boxtribute.org",
    "/public, https://shared.boxtribute.org",
    "/public, https://shared-staging-dot-dropapp-242214.ew.r.appspot.com",
    "/public, https://shared-demo-dot-dropapp-242214.ew.r.appspot.com",
    "/public, https://shared-production-dot-dropapp-242214.ew.r.appspot.com"
  })
  void pagesOfTheseOriginsMayCall(String path, String origin) {
    HttpResponse<String> response = preflight(server, path, origin, "content-type");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue(ALLOW_ORIGIN)).hasValue(origin);
    assertThat(response.headers().firstValue("Access-Control-Allow-Methods")).hasValue("POST");
    assertThat(response.headers().firstValue("Vary")).hasValue("Origin");
  }

  @ParameterizedTest
  @CsvSource({
    "/graphql, https://shared.boxtribute.org",
    "/public, https://v2.boxtribute.org",
    "/graphql, https://evil.example.org",
    "/graphql, null",
    "/, https://v2.boxtribute.org"
  })
  void pagesOfOtherOriginsMayNot(String path, String origin) {
    HttpResponse<String> response = preflight(server, path, origin, "content-type");

    assertThat(response.headers().map()).doesNotContainKey(ALLOW_ORIGIN);
  }

  @Test
  void developersPagesMaySendAnyHeader() {
    HttpResponse<String> response =
        preflight(server, "/graphql", "http://localhost:3000", "X-Any, Content-Type");

    assertThat(response.headers().firstValue(ALLOW_HEADERS)).hasValue("content-type, x-any");
  }

  @Test
  void otherPagesMaySendTheHeadersOfTheClients() {
    Map<String, Object> production = Map.of("boxtribute.environment", "production");
    try (TestServer other = TestServer.withDemoData("boxtribute_origins", production)) {
      HttpResponse<String> response =
          preflight(
              other,
              "/graphql",
              "https://v2.boxtribute.org",
              "X-Any, Content-Type, Authorization, x-clacks-overhead, traceparent, tracestate,"
                  + " baggage, sentry-trace");

      assertThat(response.headers().firstValue(ALLOW_HEADERS))
          .hasValue(
              "authorization, baggage, content-type, sentry-trace, traceparent, tracestate,"
                  + " x-clacks-overhead");
    }
  }

  /** A proxy in front of the server may well call it by the name of this machine. */
  @ParameterizedTest
  @CsvSource({"https://v2.boxtribute.org, true", "https://evil.example.org, false"})
  void everyPageIsAnsweredThoughNotEachMayRead(String origin, boolean mayRead) {
    HttpResponse<String> response =
        Http.send(
            "POST",
            server.uri().resolve("/graphql"),
            "{\"query\": \"{ __typename }\"}",
            "Content-Type",
            "application/json",
            "Authorization",
            "Bearer " + server.token(TestUser.god()),
            "Origin",
            origin);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().map().containsKey(ALLOW_ORIGIN)).isEqualTo(mayRead);
  }

  @Test
  void anAnswerCanBeReadByItsPageAlsoWhenItIsAnError() {
    HttpResponse<String> response =
        Http.send(
            "POST",
            server.uri().resolve("/graphql"),
            "{}",
            "Content-Type",
            "application/json",
            "Origin",
            "http://localhost:3000");

    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.headers().firstValue(ALLOW_ORIGIN)).hasValue("http://localhost:3000");
  }

  @Test
  void pagesOfFurtherOriginsMayCallAllApis() {
    Map<String, Object> properties =
        Map.of(
            "boxtribute.environment",
            "production",
            "boxtribute.origins",
            List.of("https://app.example.org"));
    try (TestServer other = TestServer.withDemoData("boxtribute_test_further", properties)) {
      for (String path : List.of("/graphql", "/public")) {
        HttpResponse<String> response =
            preflight(other, path, "https://app.example.org", "traceparent");
        assertThat(response.headers().firstValue(ALLOW_ORIGIN)).hasValue("https://app.example.org");
        assertThat(response.headers().firstValue(ALLOW_HEADERS)).hasValue("traceparent");
      }
      assertThat(
              preflight(other, "/graphql", "https://app.example.org.evil.org", "traceparent")
                  .headers()
                  .map())
          .doesNotContainKey(ALLOW_ORIGIN);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"test", "staging", "demo", "production", "development"})
  void tracingHeadersAreAllowedInEveryEnvironment(String environment) {
    Map<String, Object> properties = Map.of("boxtribute.environment", environment);
    try (TestServer other = TestServer.withDemoData("boxtribute_test_tracing", properties)) {
      for (String path : List.of("/graphql", "/public")) {
        assertThat(
                preflight(
                        other,
                        path,
                        "http://localhost:3000",
                        "traceparent,tracestate,baggage,sentry-trace")
                    .headers()
                    .firstValue(ALLOW_HEADERS))
            .hasValue("baggage, sentry-trace, traceparent, tracestate");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"413, 2000000", "415, 10"})
  void anAnswerToABodyThatIsNotReadCanBeReadByItsPageToo(int status, int length) {
    HttpResponse<String> response =
        Http.send(
            "POST",
            server.uri().resolve("/public"),
            "a".repeat(length),
            "Content-Type",
            "text/plain",
            "Origin",
            "http://localhost:3000");

    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.headers().firstValue(ALLOW_ORIGIN)).hasValue("http://localhost:3000");
  }

  private static HttpResponse<String> preflight(
      TestServer server, String path, String origin, String headers) {
    return Http.send(
        "OPTIONS",
        server.uri().resolve(path),
        "",
        "Origin",
        origin,
        "Access-Control-Request-Method",
        "POST",
        "Access-Control-Request-Headers",
        headers);
  }
}
