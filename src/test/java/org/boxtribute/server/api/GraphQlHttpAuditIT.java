package org.boxtribute.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.boxtribute.server.testing.TestServer;
import org.boxtribute.server.testing.TestUser;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The audits of the npm package graphql-http, by which GraphQL servers show that they keep to the
 * specification "GraphQL over HTTP". They are JavaScript, so a browser runs them.
 */
class GraphQlHttpAuditIT {
  private static final String AUDITS = "/graphql-http/audits-1.23.1.js";

  /** What is not as the audits recommend, and why. */
  private static final Map<String, String> EXCEPTIONS =
      Map.of(
          "572B", "the Python back-end answers a document that does not parse with 400 too",
          "FDE2", "the Python back-end answers a document that is not valid with 400 too",
          "7B9B", "the audit means a variable's value, but its document is not valid: see FDE2");

  private final TestServer server = TestServer.shared();

  @ParameterizedTest
  @ValueSource(strings = {"/graphql", "/", "/public"})
  void anApiKeepsToTheSpecification(String path, @TempDir(cleanup = CleanupMode.NEVER) Path profile)
      throws Exception {
    Optional<Path> program = Browser.installed();
    assumeThat(program).as("a browser, Chromium or Chrome, on the PATH").isPresent();
    try (Browser browser = Browser.start(program.orElseThrow(), profile)) {
      browser.open(server.uri().resolve("/health"));
      browser.awaitText("document.body?.innerText ?? ''", text -> text.contains("UP"));
      browser.evaluate(audits());

      List<String> results = browser.evaluate(audit(path)).lines().toList();

      assertThat(results).hasSizeGreaterThan(60);
      assertThat(results)
          .filteredOn(result -> !result.startsWith("ok "))
          .map(result -> result.split(" ", 3)[1])
          .as("%s", results)
          .containsExactlyInAnyOrderElementsOf(EXCEPTIONS.keySet());
    }
  }

  /** One line for each audit: its status, id, name, and what is wrong. */
  private String audit(String path) {
    return """
        graphqlHttpAudits
            .auditServer({
              url: location.origin + '%s',
              fetchFn: (address, options) =>
                fetch(address, {
                  ...options,
                  headers: { ...options?.headers, authorization: 'Bearer %s' },
                }),
            })
            .then(
              results =>
                results
                  .map(({ status, id, name, reason }) => [status, id, name, reason].join(' '))
                  .join('\\n'),
              failure => 'failed ' + failure)
        """
        .formatted(path, server.token(TestUser.coordinator()));
  }

  private static String audits() throws IOException {
    try (InputStream script = GraphQlHttpAuditIT.class.getResourceAsStream(AUDITS)) {
      return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
