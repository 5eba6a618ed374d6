package org.boxtribute.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentTests {
  private static final Map<String, String> MINIMUM =
      Map.of(
          "MYSQL_HOST", "db.example.org",
          "MYSQL_USER", "server",
          "MYSQL_PASSWORD", "secret",
          "MYSQL_DB", "dropapp",
          "AUTH0_DOMAIN", "issuer.example.org",
          "AUTH0_AUDIENCE", "an-api");

  @Test
  void theMinimumConfiguresTheWebAppInProduction() {
    assertThat(Environment.properties(MINIMUM))
        .containsEntry("boxtribute.environment", "production")
        .containsEntry("boxtribute.apps", List.of("app"))
        .containsEntry("micronaut.server.host", "127.0.0.1")
        .containsEntry("micronaut.server.port", 5005)
        .containsEntry("datasources.default.username", "server")
        .containsEntry("datasources.default.password", "secret")
        .containsEntry("boxtribute.auth0.domain", "issuer.example.org")
        .containsEntry("boxtribute.auth0.audience", "an-api")
        .doesNotContainKeys(
            "boxtribute.auth0.public-key",
            "boxtribute.auth0.client-id",
            "boxtribute.auth0.client-secret",
            "datasources.replica.url");
    assertThat(url(MINIMUM, "default")).startsWith("jdbc:mysql://db.example.org:3306/dropapp?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"MYSQL_HOST", "MYSQL_USER", "MYSQL_DB", "AUTH0_DOMAIN", "AUTH0_AUDIENCE"})
  void aMissingOrBlankVariableIsNamed(String name) {
    assertThatThrownBy(() -> Environment.properties(without(name)))
        .isInstanceOf(Environment.Invalid.class)
        .hasMessageStartingWith(name + " is not set")
        .message()
        .doesNotContain("\n");
    assertThatThrownBy(() -> Environment.properties(with(name, " ")))
        .hasMessageStartingWith(name + " is not set");
  }

  @Test
  void furtherOriginsMayCall() {
    assertThat(
            Environment.properties(
                with("BOXTRIBUTE_ORIGINS", "https://app.example.org, http://127.0.0.1:3000")))
        .containsEntry(
            "boxtribute.origins", List.of("https://app.example.org", "http://127.0.0.1:3000"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "app.example.org",
        "https://app.example.org/",
        "https://app.example.org/app",
        "https://*.example.org",
        "https://App.example.org",
        "https://a.example.org,",
        "https://a.example.org b",
        "null",
        "https://a:0",
        "https://user@a.example.org"
      })
  void whatIsNoOriginStopsTheStart(String origins) {
    assertThatThrownBy(() -> Environment.properties(with("BOXTRIBUTE_ORIGINS", origins)))
        .isInstanceOf(Environment.Invalid.class)
        .hasMessageContaining("BOXTRIBUTE_ORIGINS")
        .message()
        .doesNotContain("\n");
  }

  @Test
  void aFrontEndIsTheWebAppsOrThatOfTheOnlyApp(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("index.html"), "");
    String path = folder.toString();
    String both = "app=" + path + ", shared=" + path;

    assertThat(frontEnds("app", path)).isEqualTo(List.of("app=" + path));
    assertThat(frontEnds("shared", path)).isEqualTo(List.of("shared=" + path));
    assertThat(frontEnds("shared,app", path)).isEqualTo(List.of("app=" + path));
    assertThat(frontEnds("shared", both)).isEqualTo(List.of("shared=" + path));
    assertThat(frontEnds("app,shared", both)).isEqualTo(List.of("app=" + path, "shared=" + path));
  }

  @Test
  void aFrontEndThatCannotBeServedStopsTheStart(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("index.html"), "");
    Path empty = Files.createDirectory(folder.resolve("empty"));

    assertFrontEnd("app", empty.toString(), "is not a folder with an index.html: " + empty);
    assertFrontEnd("app", "/nowhere", "is not a folder with an index.html: /nowhere");
    assertFrontEnd("app,api", folder.toString(), "cannot be served beside the app api");
    assertFrontEnd("app", "shared=" + folder, "names no front-end of the apps");
    assertFrontEnd("app", "api=" + folder, "has something other than");
    assertFrontEnd("app", "app=", "has something other than");
    assertFrontEnd("app", "app=" + folder + ",app=" + folder, "names two folders of one app");
  }

  private static Object frontEnds(String apps, String value) {
    Map<String, String> variables = with("BOXTRIBUTE_FRONT_END", value);
    variables.put("BOXTRIBUTE_APPS", apps);
    variables.put("ENVIRONMENT", "staging");
    return Objects.requireNonNull(Environment.properties(variables).get("boxtribute.front-ends"));
  }

  private static void assertFrontEnd(String apps, String value, String message) {
    assertThatThrownBy(() -> frontEnds(apps, value))
        .isInstanceOf(Environment.Invalid.class)
        .hasMessageStartingWith("BOXTRIBUTE_FRONT_END " + message);
  }

  @Test
  void theIssuerMayHaveAPort() {
    assertThat(Environment.properties(with("AUTH0_DOMAIN", "127.0.0.1:8443")))
        .containsEntry("boxtribute.auth0.domain", "127.0.0.1:8443");
  }

  @Test
  void aPasswordMayBeEmptyButNotMissing() {
    assertThat(Environment.properties(with("MYSQL_PASSWORD", "")))
        .containsEntry("datasources.default.password", "");
    assertThatThrownBy(() -> Environment.properties(without("MYSQL_PASSWORD")))
        .hasMessage("MYSQL_PASSWORD is not set");
  }

  @ParameterizedTest
  @CsvSource({
    "MYSQL_PORT, abc, MYSQL_PORT is not a port number: abc",
    "MYSQL_PORT, 0, MYSQL_PORT is not a port number: 0",
    "MYSQL_PORT, 65536, MYSQL_PORT is not a port number: 65536",
    "PORT, -1, PORT is not a port number: -1",
    "AUTH0_DOMAIN, https://issuer.example.org/, AUTH0_DOMAIN is not a host name:"
        + " https://issuer.example.org/",
    "AUTH0_DOMAIN, issuer.example.org:65536, The port of AUTH0_DOMAIN is not a port number: 65536",
    "AUTH0_DOMAIN, issuer.example.org:, 'AUTH0_DOMAIN is not a host name: issuer.example.org:'",
    "AUTH0_PUBLIC_KEY, abc, AUTH0_PUBLIC_KEY is not the PEM of an RSA key or certificate",
    "BOXTRIBUTE_APPS, 'app,cron', 'BOXTRIBUTE_APPS has something other than app, api and shared:"
        + " cron'",
    "ENVIRONMENT, prod, 'ENVIRONMENT is not one of demo, development, production, staging, test:"
        + " prod'"
  })
  void aMalformedVariableIsNamed(String name, String value, String message) {
    assertThatThrownBy(() -> Environment.properties(with(name, value)))
        .isInstanceOf(Environment.Invalid.class)
        .hasMessage(message);
  }

  @Test
  void mysqlPortIsThePort() {
    assertThat(url(with("MYSQL_PORT", "3307"), "default"))
        .startsWith("jdbc:mysql://db.example.org:3307/dropapp?");
  }

  @Test
  void aSocketWinsOverHostAndPort() {
    Map<String, String> variables =
        with("MYSQL_SOCKET", "/cloudsql/boxtribute", "MYSQL_PORT", "0", "MYSQL_HOST", "");

    assertThat(url(variables, "default"))
        .startsWith("jdbc:mysql://localhost:3306/dropapp?")
        .contains("junixsocket.file=%2Fcloudsql%2Fboxtribute");
  }

  @Test
  void aReplicaIsLikeThePrimaryDatabaseWhereNothingElseIsSaid() {
    Map<String, String> variables =
        with("MYSQL_REPLICA_HOST", "replica.example.org", "MYSQL_PORT", "3307");

    assertThat(url(variables, "replica"))
        .startsWith("jdbc:mysql://replica.example.org:3307/dropapp?");
    assertThat(Environment.properties(variables))
        .containsEntry("datasources.replica.username", "server")
        .containsEntry("datasources.replica.password", "secret");
  }

  @Test
  void aReplicaMayHaveItsOwnSocketUserPasswordAndDatabase() {
    Map<String, String> variables =
        with(
            "MYSQL_REPLICA_SOCKET", "/cloudsql/replica",
            "MYSQL_REPLICA_USER", "reader",
            "MYSQL_REPLICA_PASSWORD", "",
            "MYSQL_REPLICA_DB", "copy");

    assertThat(url(variables, "replica")).contains("/copy?").contains("%2Fcloudsql%2Freplica");
    assertThat(Environment.properties(variables))
        .containsEntry("datasources.replica.username", "reader")
        .containsEntry("datasources.replica.password", "");
  }

  @Test
  void aReplicasPortMayBeMalformedToo() {
    assertThatThrownBy(
            () ->
                Environment.properties(with("MYSQL_REPLICA_HOST", "r", "MYSQL_REPLICA_PORT", "x")))
        .hasMessage("MYSQL_REPLICA_PORT is not a port number: x");
  }

  @Test
  void hostAndPortSayWhereTheServerListens() {
    assertThat(Environment.properties(with("HOST", "0.0.0.0", "PORT", "8080")))
        .containsEntry("micronaut.server.host", "0.0.0.0")
        .containsEntry("micronaut.server.port", 8080);
  }

  @Test
  void aDevelopersServerIsAllApps() {
    assertThat(Environment.properties(with("ENVIRONMENT", "development")))
        .containsEntry("boxtribute.environment", "development")
        .containsEntry("boxtribute.apps", List.of("app", "api", "shared"));
  }

  @Test
  void appsCanBeChosen() {
    assertThat(Environment.properties(with("BOXTRIBUTE_APPS", "shared, app")))
        .containsEntry("boxtribute.apps", List.of("shared", "app"));
  }

  @Test
  void trustedDocumentsAreLookedAtBeforeTheStart() {
    assertThat(Environment.properties(MINIMUM))
        .containsEntry("boxtribute.documents.files", List.of())
        .containsEntry("boxtribute.documents.only", false);
    assertThatThrownBy(
            () -> Environment.properties(with("BOXTRIBUTE_DOCUMENTS", " , /nowhere/a.json")))
        .hasMessage("/nowhere/a.json: there is no such file");
    assertThatThrownBy(() -> Environment.properties(with("BOXTRIBUTE_DOCUMENTS_ONLY", "true")))
        .hasMessage("BOXTRIBUTE_DOCUMENTS is not set, but BOXTRIBUTE_DOCUMENTS_ONLY is");
    assertThatThrownBy(() -> Environment.properties(with("BOXTRIBUTE_DOCUMENTS_ONLY", "yes")))
        .hasMessage("BOXTRIBUTE_DOCUMENTS_ONLY is neither true nor false: yes");
  }

  @Test
  void thePartnersAppNeedsAClientOfTheTokenIssuer() {
    assertThatThrownBy(() -> Environment.properties(with("BOXTRIBUTE_APPS", "api")))
        .hasMessage("AUTH0_CLIENT_ID is not set");
    assertThatThrownBy(
            () -> Environment.properties(with("BOXTRIBUTE_APPS", "api", "AUTH0_CLIENT_ID", "id")))
        .hasMessage("AUTH0_CLIENT_SECRET is not set");
    assertThat(
            Environment.properties(
                with(
                    "BOXTRIBUTE_APPS", "api",
                    "AUTH0_CLIENT_ID", "id",
                    "AUTH0_CLIENT_SECRET", "secret")))
        .containsEntry("boxtribute.auth0.client-id", "id")
        .containsEntry("boxtribute.auth0.client-secret", "secret");
  }

  private static String url(Map<String, String> variables, String source) {
    return String.valueOf(Environment.properties(variables).get("datasources." + source + ".url"));
  }

  private static Map<String, String> without(String name) {
    Map<String, String> variables = new HashMap<>(MINIMUM);
    variables.remove(name);
    return variables;
  }

  private static Map<String, String> with(String... namesAndValues) {
    Map<String, String> variables = new HashMap<>(MINIMUM);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      variables.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return variables;
  }
}
