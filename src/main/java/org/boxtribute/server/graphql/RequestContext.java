package org.boxtribute.server.graphql;

import graphql.GraphQLContext;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import java.util.concurrent.Executor;
import org.boxtribute.server.graphql.binding.ConnectionBudget;
import org.boxtribute.server.graphql.execution.DataLoaderAdapter;
import org.boxtribute.server.security.CurrentUser;

/**
 * What one request carries through its execution: who asks for what, how much of the connection
 * pool it may occupy, and the data loaders of graphql-java's strategies. Used by several threads,
 * never by several requests.
 */
record RequestContext(
    CurrentUser user,
    PreparsedDocumentEntry document,
    ConnectionBudget connections,
    DataLoaderAdapter dataLoaders) {

  RequestContext(
      CurrentUser user, PreparsedDocumentEntry document, Executor executor, int maxConnections) {
    this(user, document, new ConnectionBudget(maxConnections), new DataLoaderAdapter(executor));
  }

  /** Puts everything where fetchers and strategies look for it. */
  void putInto(GraphQLContext.Builder context) {
    context
        .put(CurrentUser.class, user)
        .put(PreparsedDocumentEntry.class, document)
        .put(ConnectionBudget.class, connections)
        .put(DataLoaderAdapter.class, dataLoaders);
  }
}
