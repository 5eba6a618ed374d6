package org.boxtribute.server.released;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import graphql.schema.GraphQLSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.boxtribute.server.graphql.schema.Api;
import org.boxtribute.server.graphql.schema.PublishedSchema;
import org.junit.jupiter.api.Test;

/**
 * No schema breaks the clients of the released one, unless that is approved in {@code
 * src/schema/approved-changes.txt}.
 */
final class ReleasedSchemasTests {
  private static final Path RELEASED = Path.of("src/schema/released");
  private static final Path APPROVED = Path.of("src/schema/approved-changes.txt");

  /** The folders with operations of clients, of each API. */
  private static final Map<Api, List<Path>> CLIENTS =
      Map.of(
          Api.FULL,
          List.of(
              Path.of("src/test/resources/frontend"),
              Path.of("src/main/resources/org/boxtribute/server/demo/explorer/tabs/full"),
              Path.of("src/it/graphql-code-generator/src"),
              Path.of("src/it/java-client/src/main/graphql")),
          Api.PUBLIC,
          List.of(Path.of("src/main/resources/org/boxtribute/server/demo/explorer/tabs/shared")));

  @Test
  void noChangeBreaksClientsUnlessItIsApproved() throws IOException {
    Approvals approvals = new Approvals(Files.readAllLines(APPROVED));
    Map<String, List<String>> changes = new LinkedHashMap<>();
    for (Api api : Api.values()) {
      GraphQLSchema released = schema(RELEASED.resolve(api.label() + ".graphql"));
      List<Operation> operations = operations(api, released);
      SchemaComparison.breakingChanges(released, schema(built(api)))
          .forEach(
              change ->
                  changes.put(api.label() + ": " + change.words(), broken(operations, change)));
    }

    List<String> unapproved = new ArrayList<>();
    changes.forEach(
        (change, clients) -> {
          if (!approvals.covers(change)) {
            unapproved.add(change + "\n    breaks " + String.join("\n    breaks ", clients));
          }
        });
    if (!unapproved.isEmpty()) {
      fail(
          "The schemas break clients of the released ones. What is meant is approved in %s, a line"
              + " each, with the reason after a |:\n\n%s\n",
          APPROVED, String.join("\n\n", unapproved));
    }
    assertThat(approvals.notMade(changes.keySet()))
        .as("changes that are approved in %s, but were not made", APPROVED)
        .isEmpty();
  }

  @Test
  void theOperationsOfTheClientsAreFound() throws IOException {
    assertThat(operations(Api.FULL, schema(RELEASED.resolve("full.graphql"))))
        .extracting(Operation::name)
        .contains("ManageBoxes in src/test/resources/frontend/warehouse.graphql")
        .hasSizeGreaterThan(30);
  }

  private static List<String> broken(List<Operation> operations, BreakingChange change) {
    List<String> broken =
        operations.stream()
            .filter(operation -> operation.mayBreakBy(change))
            .map(Operation::name)
            .toList();
    return broken.isEmpty() ? List.of("no operation that is known here") : broken;
  }

  private static List<Operation> operations(Api api, GraphQLSchema schema) throws IOException {
    List<Operation> operations = new ArrayList<>();
    for (Path folder : CLIENTS.getOrDefault(api, List.of())) {
      if (!Files.exists(folder)) {
        continue;
      }
      try (Stream<Path> files = Files.walk(folder)) {
        files
            .filter(file -> file.toString().endsWith(".graphql"))
            .sorted()
            .forEach(file -> operations.addAll(Operation.of(file.toString(), text(file), schema)));
      }
    }
    return operations;
  }

  /** As the build has written it. */
  private static Path built(Api api) throws IOException {
    return Path.of(
        java.net.URI.create(
            String.valueOf(
                ReleasedSchemasTests.class
                    .getClassLoader()
                    .getResource("schema/" + api.label() + ".graphql"))));
  }

  private static GraphQLSchema schema(Path file) {
    return PublishedSchema.of(text(file)).schema();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
