package org.boxtribute.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.boxtribute.server.demo.RunningDemo;
import org.boxtribute.server.testing.Http;
import org.boxtribute.server.testing.TestServer;
import org.boxtribute.server.testing.TestUser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExplorerIT {
  private static final String QUERY_EDITOR_IS_THERE =
      "String(!!document.querySelector('.graphiql-query-editor .CodeMirror'))";

  private final TestServer server = TestServer.shared();

  @ParameterizedTest
  @ValueSource(strings = {"/", "/graphql", "/public"})
  void eachApiHasAnExplorer(String path) {
    HttpResponse<String> page = Http.send("GET", server.uri().resolve(path), "");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
    assertThat(page.body()).contains("data-endpoint=\"" + path + "\"").doesNotContain("demo");
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
            Http.send("GET", server.uri().resolve("/explorer/..%2fapplication.properties"), "")
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void aQueryTypedIntoTheExplorerIsAnsweredToTheBearerOfAToken(
      @TempDir(cleanup = CleanupMode.NEVER) Path profile) throws Exception {
    try (Browser browser = Browser.start(browserProgram(), profile)) {
      browser.open(server.uri().resolve("/graphql"));
      browser.awaitText(QUERY_EDITOR_IS_THERE, "true"::equals);
      browser.evaluate(
          "document.querySelectorAll('.graphiql-editor-tool .CodeMirror')[1].CodeMirror.setValue("
              + "JSON.stringify({ Authorization: 'Bearer "
              + server.token(TestUser.coordinator())
              + "' }))");
      browser.evaluate(
          "{ const editor = document.querySelector('.graphiql-query-editor .CodeMirror').CodeMirror;"
              + " editor.setValue(''); editor.focus(); }");
      browser.type("{ bases { name } }");

      assertThat(run(browser)).contains("Lighthouse");
    }
  }

  @Test
  void theDemosTabsAreRunByTheUserWhoWasChosen(@TempDir(cleanup = CleanupMode.NEVER) Path profile)
      throws Exception {
    try (Browser browser = Browser.start(browserProgram(), profile)) {
      browser.open(RunningDemo.shared().uri().resolve("/graphql"));
      browser.awaitText(QUERY_EDITOR_IS_THERE, "true"::equals);
      assertThat(tabs(browser)).startsWith("Boxes", "Box", "CreateBox");
      assertThat(run(browser)).contains("labelIdentifier", "Fragile");
      browser.screenshot(Path.of("target", "explorer-boxes.png"));

      openTab(browser, "Beneficiaries");
      assertThat(run(browser)).contains("familyHead");

      choose(browser, "volunteer@lantern.example.org");
      assertThat(run(browser)).contains("beneficiary:read");
      browser.screenshot(Path.of("target", "explorer-refusal.png"));

      openTab(browser, "CreateBox");
      assertThat(run(browser)).contains("created box", "Volo Lantern");
      browser.screenshot(Path.of("target", "explorer-write.png"));
    }
  }

  @Test
  void theDemosUserAndTabsOutlastTheirPage(@TempDir(cleanup = CleanupMode.NEVER) Path profile)
      throws Exception {
    try (Browser browser = Browser.start(browserProgram(), profile)) {
      URI page = RunningDemo.shared().uri().resolve("/graphql");
      browser.open(page);
      browser.awaitText(QUERY_EDITOR_IS_THERE, "true"::equals);
      List<String> first = tabs(browser);
      choose(browser, "freeshop@lantern.example.org");
      openTab(browser, "Beneficiaries");
      browser.awaitText(
          "Object.entries(localStorage).filter(([key]) => key.includes('tabState'))"
              + ".map(([key, state]) => JSON.parse(state).activeTabIndex).join()",
          String.valueOf(first.indexOf("Beneficiaries"))::equals);

      browser.evaluate("document.body.className = 'old'; location.reload()");
      browser.awaitText(
          "String(document.body?.className !== 'old') + " + QUERY_EDITOR_IS_THERE,
          "truetrue"::equals);

      assertThat(tabs(browser)).isEqualTo(first);
      assertThat(browser.evaluate("document.querySelector('.demo-user select').value"))
          .isEqualTo("freeshop@lantern.example.org");
      assertThat(run(browser)).contains("familyHead");
    }
  }

  private static Path browserProgram() {
    Optional<Path> program = Browser.installed();
    assumeThat(program).as("a browser, Chromium or Chrome, on the PATH").isPresent();
    return program.orElseThrow();
  }

  private static List<String> tabs(Browser browser) throws IOException {
    return List.of(
        browser
            .evaluate(
                "[...document.querySelectorAll('.graphiql-tab-button')]"
                    + ".map(tab => tab.innerText).join(' ')")
            .split(" ", -1));
  }

  private static void openTab(Browser browser, String title) throws IOException {
    browser.evaluate(
        "[...document.querySelectorAll('.graphiql-tab-button')]"
            + ".find(tab => tab.innerText === '%s').click()".formatted(title));
    // Some time after the tab, GraphiQL changes the operation that it will ask for.
    browser.awaitText(
        "Object.entries(localStorage).find(([key]) => key.includes('operationName'))?.[1] ?? ''",
        title::equals);
  }

  private static void choose(Browser browser, String userName) throws IOException {
    browser.evaluate(
        "{ const choice = document.querySelector('.demo-user select'); choice.value = '%s';"
                .formatted(userName)
            + " choice.dispatchEvent(new Event('change', { bubbles: true })); }");
  }

  /** Runs what the editor has, and gives the answer. */
  private static String run(Browser browser) throws IOException {
    String answer = "document.querySelector('.result-window .CodeMirror').CodeMirror";
    browser.evaluate(answer + ".setValue('')");
    browser.evaluate("document.querySelector('.graphiql-execute-button').click()");
    return browser.awaitText(
        answer + ".getValue()", text -> text.contains("\"data\"") || text.contains("error"));
  }
}
