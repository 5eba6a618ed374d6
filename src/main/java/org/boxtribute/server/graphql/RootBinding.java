package org.boxtribute.server.graphql;

import graphql.schema.DataFetcher;
import java.util.LinkedHashMap;
import java.util.Map;

/** How the fields of a root type get their values: by blocking code on the I/O executor. */
public final class RootBinding {
  private final String type;
  private final boolean writes;
  private final Refusals refusals;
  private final Map<String, DataFetcher<?>> fetchers = new LinkedHashMap<>();

  RootBinding(String type, boolean writes, Refusals refusals) {
    this.type = type;
    this.writes = writes;
    this.refusals = refusals;
  }

  /** Binds a root field. */
  public RootFetcher fetch(String field, RootFetcher.Body body) {
    RootFetcher fetcher = new RootFetcher(body, writes, refusals);
    if (fetchers.put(field, fetcher) != null) {
      throw new IllegalStateException(type + "." + field + " is bound twice");
    }
    return fetcher;
  }

  Map<String, DataFetcher<?>> fetchers() {
    return fetchers;
  }
}
