package org.boxtribute.server.demo;

import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The documents that the demo's explorers open with. Those of the full API are the files of the
 * folder {@code explorer/tabs/full} beside this class, in the order of their names, each with its
 * variables in a file of the same name that ends with {@code .json}, if it has any. To show more,
 * add a file.
 */
public final class ExplorerTabs {
  private static final String DOCUMENT = ".graphql";

  private final List<Tab> full;
  private final List<Tab> shared;

  private ExplorerTabs(List<Tab> full, List<Tab> shared) {
    this.full = full;
    this.shared = shared;
  }

  /** A document with its variables, which are JSON, or empty. */
  public record Tab(String query, String variables) {

    Map<String, String> json() {
      return Map.of("query", query, "variables", variables);
    }

    /** Whether the document may be sent to an API that has queries alone. */
    boolean onlyReads() {
      return Parser.parse(query).getDefinitionsOfType(OperationDefinition.class).stream()
          .allMatch(operation -> operation.getOperation() == OperationDefinition.Operation.QUERY);
    }
  }

  /** Reads the files. */
  public static ExplorerTabs read() {
    return new ExplorerTabs(read("full"), read("shared"));
  }

  /** The tabs of the API at this path. */
  public List<Tab> ofApi(String path) {
    return switch (path) {
      case "/public" -> shared;
      case "/" -> full.stream().filter(Tab::onlyReads).toList();
      default -> full;
    };
  }

  /** The demo is never packaged, so its resources are files. */
  private static List<Tab> read(String folder) {
    URL location = ExplorerTabs.class.getResource("explorer/tabs/" + folder);
    if (location == null) {
      throw new IllegalStateException("The explorer's tabs are missing: " + folder);
    }
    try (Stream<Path> files = Files.list(Path.of(location.toURI()))) {
      return files
          .filter(file -> file.toString().endsWith(DOCUMENT))
          .sorted()
          .map(ExplorerTabs::tab)
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (URISyntaxException malformed) {
      throw new IllegalStateException(malformed);
    }
  }

  private static Tab tab(Path file) {
    String name = file.getFileName().toString();
    Path variables = file.resolveSibling(name.replace(DOCUMENT, ".json"));
    try {
      return new Tab(
          Files.readString(file), Files.exists(variables) ? Files.readString(variables) : "");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
