package org.boxtribute.server.graphql.schema;

import java.util.List;
import java.util.Locale;

/**
 * The GraphQL APIs, each a schema of its own. What it is made of is found by a rule: the folder
 * {@code graphql/common}, and one named as each room, have files for what is told in every API
 * ({@code basic}), what can be read in the full and the query-only API ({@code types}), what can be
 * written ({@code mutations}) and what everyone may know ({@code public}).
 */
public enum Api {
  /** Queries and mutations for the web app. */
  FULL("app", "Query", "basic", "types", "mutations"),

  /** Queries for partners who call the API with programs of their own. */
  QUERY("api", "Query", "basic", "types"),

  /** What everyone may know, without a login. */
  PUBLIC("shared", "PublicQuery", "basic", "public");

  private final String app;
  private final String queryBindings;

  @SuppressWarnings("ImmutableEnumChecker") // the list is immutable
  private final List<String> files;

  Api(String app, String queryBindings, String... files) {
    this.app = app;
    this.queryBindings = queryBindings;
    this.files = List.of(files);
  }

  /** The name by which files and commands call this API: {@code full}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name of the app that serves this API. */
  public String app() {
    return app;
  }

  /** The names of the files of a room that belong to this API, as far as the room has them. */
  List<String> files() {
    return files;
  }

  /** The name under which the fields of this API's query type are bound. */
  String queryBindings() {
    return queryBindings;
  }
}
