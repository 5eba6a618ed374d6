package org.boxtribute.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.boxtribute.server.demo.DemoUsers;
import org.boxtribute.server.testing.Http;
import org.boxtribute.server.testing.TestDatabase;
import org.boxtribute.server.testing.TestServer;
import org.boxtribute.server.testing.TestUser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is deployed: the runnable jar, configured by environment variables. */
class PackagedJarIT {
  private final Path jar = ServerProcess.jar().orElse(Path.of("target", "boxtribute-server.jar"));

  @BeforeEach
  void isPackaged() {
    assumeThat(jar).as("the packaged jar, made by ./mvnw package").exists();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org/boxtribute/server/demo/",
        "db/demo/",
        "ch/vorburger/",
        "org/springframework/",
        "org/testcontainers/",
        "META-INF/micronaut/io.micronaut.inject.BeanDefinitionReference/org.boxtribute.server.demo"
      })
  void theDemoIsNotInIt(String prefix) throws IOException {
    assertThat(entries()).noneMatch(name -> name.startsWith(prefix) || name.contains("mariadbd"));
  }

  @Test
  void nothingInItHasTheDemosPassword() throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      for (JarEntry entry : file.stream().filter(PackagedJarIT::isOurs).toList()) {
        try (InputStream content = file.getInputStream(entry)) {
          assertThat(new String(content.readAllBytes(), StandardCharsets.ISO_8859_1))
              .as(entry.getName())
              .doesNotContain(DemoUsers.PASSWORD);
        }
      }
    }
  }

  private static boolean isOurs(JarEntry entry) {
    return Stream.of("org/boxtribute/", "explorer/", "db/", "graphql/", "application.properties")
        .anyMatch(entry.getName()::startsWith);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org/boxtribute/server/Application.class",
        "db/migration/V01__organisation.sql",
        "schema/full.graphql",
        "schema/public.introspection.json",
        "META-INF/resources/webjars/graphiql/2.4.7/graphiql.min.js",
        "org/newsclub/net/mysql/AFUNIXDatabaseSocketFactoryCJ.class"
      })
  void allElseIs(String entry) throws IOException {
    assertThat(entries()).contains(entry);
  }

  @Test
  void itStartsOnAnEmptyDatabaseAndAnswers() throws Exception {
    Process process = start(variables());
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      URI server = addressIn(output);

      assertThat(Http.send("GET", server.resolve("/health"), "").statusCode()).isEqualTo(200);
      assertThat(
              Http.send(
                      "POST",
                      server.resolve("/graphql"),
                      "{\"query\": \"{ organisations { id } }\"}",
                      "Content-Type",
                      "application/json",
                      "Authorization",
                      "Bearer " + TestServer.shared().token(TestUser.god()))
                  .body())
          .isEqualTo("{\"data\":{\"organisations\":[]}}");
      assertThat(
              Http.send(
                      "POST",
                      server.resolve("/graphql"),
                      "{\"query\": \"{ organisations { id } }\"}",
                      "Content-Type",
                      "application/json",
                      "Authorization",
                      "Basic " + inBase64("god@example.org:" + DemoUsers.PASSWORD))
                  .statusCode())
          .isEqualTo(401);
    } finally {
      process.destroy();
      process.waitFor();
    }
  }

  @Test
  void aMissingVariableStopsTheStartWithOneLine() throws Exception {
    Map<String, String> variables = variables();
    variables.remove("AUTH0_AUDIENCE");
    Process process = start(variables);
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      assertThat(output.lines()).containsExactly("boxtribute-server: AUTH0_AUDIENCE is not set");
      assertThat(process.waitFor()).isEqualTo(1);
    } finally {
      process.destroy();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"full", "query", "public"})
  void itPrintsASchemaWithoutADatabaseWhateverTheLocale(String name) throws Exception {
    Process process = start(Map.of("LC_ALL", "C"), "schema", name);
    try (InputStream output = process.getInputStream()) {
      assertThat(output.readAllBytes())
          .isEqualTo(Files.readAllBytes(Path.of("target", "schema", name + ".graphql")));
      assertThat(process.waitFor()).isEqualTo(0);
    } finally {
      process.destroy();
    }
  }

  @Test
  void aTrustedDocumentAtFaultStopsTheStartWithOneLine() throws Exception {
    Path manifest = Files.createTempFile("manifest", ".json");
    Files.writeString(manifest, "{\"a\": \"{ bases { height } }\"}");
    Process process = start(variables(), "--documents", manifest.toString());
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      List<String> lines = output.lines().toList();
      assertThat(lines.getLast())
          .startsWith("boxtribute-server: " + manifest + ": document a: ")
          .contains("'height' in type 'Base' is undefined");
      assertThat(lines).noneMatch(line -> line.contains("Exception"));
      assertThat(process.waitFor()).isEqualTo(1);
    } finally {
      process.destroy();
      Files.delete(manifest);
    }
  }

  @Test
  void anUnknownCommandIsToldInOneLine() throws Exception {
    Process process = start(Map.of(), "schemas");
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      assertThat(output.lines())
          .containsExactly(
              "boxtribute-server: There is no command 'schemas'; there is schema, and --help");
      assertThat(process.waitFor()).isEqualTo(2);
    } finally {
      process.destroy();
    }
  }

  private Process start(Map<String, String> variables, String... words) throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    List<String> command =
        new ArrayList<>(List.of(java.toString(), "-jar", jar.toAbsolutePath().toString()));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command);
    // Without its locale the JVM cannot read the names of files, such as the jar's own path.
    builder.environment().keySet().retainAll(Set.of("LANG", "LC_ALL", "LC_CTYPE"));
    builder.environment().putAll(variables);
    return builder.redirectErrorStream(true).start();
  }

  private static Map<String, String> variables() throws IOException {
    return ServerProcess.variables(TestDatabase.server().create("boxtribute_jar"));
  }

  private static URI addressIn(BufferedReader output) throws IOException {
    String marker = "Server Running: ";
    StringBuilder read = new StringBuilder();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.contains(marker)) {
        return URI.create(line.substring(line.indexOf(marker) + marker.length()).strip());
      }
      read.append(line).append('\n');
    }
    throw new AssertionError("The jar did not start:\n" + read);
  }

  private static String inBase64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private List<String> entries() throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.stream().map(ZipEntry::getName).toList();
    }
  }
}
