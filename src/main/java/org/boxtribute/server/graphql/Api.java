package org.boxtribute.server.graphql;

import java.util.List;

/** The GraphQL APIs, each a schema of its own: its SDL files are found under {@code graphql/}. */
public enum Api {
  /** Queries and mutations for the web app. */
  FULL(
      List.of(
          "mutation",
          "basic",
          "shared",
          "organisation",
          "product",
          "product-mutations",
          "tag",
          "tag-mutations",
          "warehouse",
          "warehouse-mutations",
          "warehouse-bulk-mutations",
          "transfer",
          "beneficiary",
          "tagging-mutations",
          "distribution",
          "sharing"),
      "Query"),

  /** Queries for partners who call the API with programs of their own. */
  QUERY(
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
          "sharing"),
      "Query"),

  /** What everyone may know, without a login. */
  PUBLIC(List.of("basic", "public"), "PublicQuery");

  @SuppressWarnings("ImmutableEnumChecker") // the lists are immutable
  private final List<String> files;

  private final String queryBindings;

  Api(List<String> files, String queryBindings) {
    this.files = files;
    this.queryBindings = queryBindings;
  }

  List<String> files() {
    return files;
  }

  /** The name under which the fields of this API's query type are bound. */
  String queryBindings() {
    return queryBindings;
  }
}
