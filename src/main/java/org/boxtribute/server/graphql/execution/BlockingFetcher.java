package org.boxtribute.server.graphql.execution;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;

/** A fetcher of a root field that blocks its thread until it has the value. */
public interface BlockingFetcher extends DataFetcher<@Nullable Object> {

  /** The field's value. */
  @Nullable Object fetch(SelectedField field) throws Exception;

  /** As graphql-java's own strategies fetch: with a promise. */
  @Override
  default @Nullable Object get(DataFetchingEnvironment environment) {
    return DataLoaderAdapter.of(environment).compute(this, environment);
  }
}
