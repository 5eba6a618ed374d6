package org.boxtribute.server.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.boxtribute.server.cli.CommandLine.WrongUse;

/**
 * Prints a schema as the build has written it into the jar: its bytes, in UTF-8, whatever the
 * locale.
 */
record SchemaCommand(String api, boolean introspection) {
  private static final List<String> APIS = List.of("full", "query", "public");
  private static final String INTROSPECTION = "--introspection";

  /**
   * Reads the words after the command's name.
   *
   * @throws WrongUse if they do not say which schema
   */
  static SchemaCommand of(List<String> words) {
    List<String> names = new ArrayList<>(words);
    boolean introspection = names.removeIf(INTROSPECTION::equals);
    if (names.isEmpty()) {
      throw new WrongUse("Which schema? There are " + String.join(", ", APIS));
    }
    String name = names.getFirst();
    if (name.startsWith("-")) {
      throw new WrongUse("schema has no option '" + name + "'; it has " + INTROSPECTION);
    }
    if (!APIS.contains(name)) {
      throw new WrongUse("There is no schema '" + name + "'; there are " + String.join(", ", APIS));
    }
    if (names.size() > 1) {
      throw new WrongUse("'" + names.get(1) + "' is too much: schema prints one schema at a time");
    }
    return new SchemaCommand(name, introspection);
  }

  void print(PrintStream output) {
    String resource = "schema/" + api + (introspection ? ".introspection.json" : ".graphql");
    try (InputStream file =
        Objects.requireNonNull(
            SchemaCommand.class.getClassLoader().getResourceAsStream(resource), resource)) {
      file.transferTo(output);
      output.flush();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
