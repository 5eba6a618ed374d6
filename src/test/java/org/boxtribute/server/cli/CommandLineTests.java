package org.boxtribute.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CommandLineTests {
  private final ByteArrayOutputStream output = new ByteArrayOutputStream();
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

  @ParameterizedTest
  @CsvSource({
    "schema full, full.graphql",
    "schema query, query.graphql",
    "schema public, public.graphql",
    "schema full --introspection, full.introspection.json",
    "schema --introspection public, public.introspection.json"
  })
  void aSchemaIsPrintedAsTheBuildWroteIt(String words, String file) throws IOException {
    assertThat(run(words)).hasValue(0);

    assertThat(output.toByteArray()).isEqualTo(resource("schema/" + file));
    assertThat(errors.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "schema | Which schema? There are full, query, public",
        "schema --introspection | Which schema? There are full, query, public",
        "schema Full | There is no schema 'Full'; there are full, query, public",
        "schema full query | 'query' is too much: schema prints one schema at a time",
        "schema --sdl full | schema has no option '--sdl'; it has --introspection",
        "schemas full | There is no command 'schemas'; there is schema, and --help"
      })
  void whatIsNotUnderstoodIsToldInOneLine(String words, String message) {
    assertThat(run(words)).hasValue(2);

    assertThat(output.size()).isZero();
    assertThat(errors.toString(StandardCharsets.UTF_8))
        .isEqualTo("boxtribute-server: " + message + System.lineSeparator());
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "-h", "help", "schema --help", "schema full -h"})
  void helpSaysWhatThereIs(String words) {
    assertThat(run(words)).hasValue(0);

    assertThat(output.toString(StandardCharsets.UTF_8))
        .startsWith("Usage: ")
        .contains("schema full|query|public")
        .endsWith("\n");
  }

  @Test
  void withoutACommandTheServerIsToBeStarted() {
    assertThat(new CommandLine(System.out, System.err).run(List.of())).isEmpty();
    assertThat(run("--micronaut.server.port=7000")).isEmpty();
  }

  private OptionalInt run(String words) {
    return new CommandLine(
            new PrintStream(output, false, StandardCharsets.US_ASCII),
            new PrintStream(errors, true, StandardCharsets.UTF_8))
        .run(List.of(words.split(" ", -1)));
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream file = CommandLine.class.getClassLoader().getResourceAsStream(name)) {
      return Objects.requireNonNull(file).readAllBytes();
    }
  }
}
