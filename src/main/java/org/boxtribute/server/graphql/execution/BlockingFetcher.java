package org.boxtribute.server.graphql.execution;

import org.jspecify.annotations.Nullable;

/** A fetcher of a root field that blocks its thread until it has the value. */
public interface BlockingFetcher {

  /** The field's value. */
  @Nullable Object fetch(SelectedField field) throws Exception;
}
