package org.boxtribute.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.boxtribute.server.testing.Http;
import org.boxtribute.server.testing.TestServer;
import org.boxtribute.server.testing.TestUser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExplorerIT {
  private final TestServer server = TestServer.shared();

  @ParameterizedTest
  @ValueSource(strings = {"/", "/graphql", "/public"})
  void eachApiHasAnExplorer(String path) {
    HttpResponse<String> page = Http.send("GET", server.uri().resolve(path), "");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
    assertThat(page.body()).contains("data-endpoint=\"" + path + "\" data-token=\"\"");
  }

  @Test
  void allThatThePageNeedsComesFromThisServerAndMayBeKept() {
    String page = Http.send("GET", server.uri().resolve("/graphql"), "").body();
    List<String> assets =
        Pattern.compile("(?:src|href)=\"([^\"]+)\"")
            .matcher(page)
            .results()
            .map(attribute -> attribute.group(1))
            .filter(value -> !value.startsWith("data:"))
            .toList();

    assertThat(assets).hasSize(6).allMatch(asset -> asset.startsWith("/explorer/"));
    for (String asset : assets) {
      HttpResponse<String> response = Http.send("GET", server.uri().resolve(asset), "");
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
    }
  }

  @Test
  void noOtherFilesCanBeAskedFor() {
    assertThat(
            Http.send("GET", server.uri().resolve("/explorer/..%2fapplication.yml"), "")
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void aQueryTypedIntoTheExplorerIsAnswered(@TempDir(cleanup = CleanupMode.NEVER) Path profile)
      throws Exception {
    Optional<Path> program = Browser.installed();
    assumeThat(program).as("a browser, Chromium or Chrome, on the PATH").isPresent();
    Map<String, Object> token =
        Map.of("boxtribute.explorer-token", server.token(TestUser.coordinator()));
    try (TestServer signedIn = TestServer.withDemoData("boxtribute_explorer", token);
        Browser browser = Browser.start(program.orElseThrow(), profile)) {
      browser.open(signedIn.uri().resolve("/graphql"));
      browser.awaitText(
          "String(!!document.querySelector('.graphiql-query-editor .CodeMirror'))", "true"::equals);
      browser.evaluate(
          "{ const editor = document.querySelector('.graphiql-query-editor .CodeMirror').CodeMirror;"
              + " editor.setValue(''); editor.focus(); }");
      browser.type("{ bases { name } }");
      browser.evaluate("document.querySelector('.graphiql-execute-button').click()");

      assertThat(
              browser.awaitText(
                  "document.querySelector('.result-window').innerText",
                  text -> text.contains("data") || text.contains("error")))
          .contains("Lighthouse");
    }
  }
}
