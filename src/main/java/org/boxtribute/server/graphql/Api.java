package org.boxtribute.server.graphql;

import java.util.List;
import java.util.stream.Stream;

/** The GraphQL APIs, each a schema of its own: its SDL files are found under {@code graphql/}. */
public enum Api {
  /** Queries and mutations for the web app. */
  FULL(
      and(
          Files.QUERY,
          "mutation",
          "product-mutations",
          "tag-mutations",
          "warehouse-mutations",
          "warehouse-bulk-mutations",
          "tagging-mutations"),
      "Query"),

  /** Queries for partners who call the API with programs of their own. */
  QUERY(Files.QUERY, "Query"),

  /** What everyone may know, without a login. */
  PUBLIC(List.of("basic", "public"), "PublicQuery");

  @SuppressWarnings("ImmutableEnumChecker") // the lists are immutable
  private final List<String> files;

  private final String queryBindings;

  Api(List<String> files, String queryBindings) {
    this.files = files;
    this.queryBindings = queryBindings;
  }

  private static List<String> and(List<String> files, String... others) {
    return Stream.concat(files.stream(), Stream.of(others)).toList();
  }

  /** Apart from the constants, for they are made before anything else of their class. */
  private static final class Files {
    static final List<String> QUERY =
        List.of(
            "basic",
            "shared",
            "organisation",
            "product",
            "tag",
            "warehouse",
            "transfer",
            "beneficiary",
            "distribution",
            "sharing");
  }

  List<String> files() {
    return files;
  }

  /** The name under which the fields of this API's query type are bound. */
  String queryBindings() {
    return queryBindings;
  }
}
