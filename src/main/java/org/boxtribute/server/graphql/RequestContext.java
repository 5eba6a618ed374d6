package org.boxtribute.server.graphql;

import graphql.schema.DataFetchingEnvironment;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import org.boxtribute.server.graphql.execution.BatchedFetcher;
import org.boxtribute.server.security.CurrentUser;
import org.dataloader.DataLoader;
import org.dataloader.DataLoaderRegistry;

/**
 * What one request carries through its execution: who asks, what was loaded so far, and how much of
 * the connection pool it may occupy. Used by several threads, never by several requests.
 */
public final class RequestContext {
  private final CurrentUser user;
  private final Executor executor;
  private final Semaphore connections;
  private final DataLoaderRegistry dataLoaders = DataLoaderRegistry.newRegistry().build();

  RequestContext(CurrentUser user, Executor executor, int maxConnections) {
    this.user = user;
    this.executor = executor;
    this.connections = new Semaphore(maxConnections);
  }

  /** The user who asks; anonymous for the public API. */
  public CurrentUser user() {
    return user;
  }

  /**
   * Runs blocking work that needs a database connection, once this request holds fewer of them than
   * it may.
   */
  <T> T blocking(Callable<T> work) throws Exception {
    connections.acquire();
    try {
      return work.call();
    } finally {
      connections.release();
    }
  }

  /** A loader's batches as the execution strategy sends them for this request. */
  BatchedFetcher.Source source(BoundLoader loader) {
    return new BatchedFetcher.Source() {

      @Override
      public Map<Object, Object> answers(Set<Object> keys) throws Exception {
        return blocking(() -> loader.load(keys, RequestContext.this));
      }

      @Override
      public Object identity() {
        return loader;
      }
    };
  }

  Executor executor() {
    return executor;
  }

  DataLoaderRegistry dataLoaders() {
    return dataLoaders;
  }

  /**
   * Loads a key with the next batch that graphql-java sends. The loader is asked from the field's
   * environment, for by that the batches' sender learns of the load.
   */
  CompletableFuture<Object> load(
      BoundLoader loader, Object key, DataFetchingEnvironment environment) {
    // The registry keeps a copy of an unnamed loader: a load must go to what it gives back.
    dataLoaders.computeIfAbsent(loader.name(), name -> loader.newDataLoader(this));
    DataLoader<Object, Object> dataLoader = environment.getDataLoader(loader.name());
    return Objects.requireNonNull(dataLoader).load(key);
  }

  /** Forgets what was loaded: after a write, fields are read anew. */
  void forgetLoaded() {
    dataLoaders.getDataLoaders().forEach(DataLoader::clearAll);
  }
}
