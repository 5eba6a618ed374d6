package org.boxtribute.server.graphql;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
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
  private final Map<BoundLoader, DataLoader<Object, Object>> dataLoaderOf =
      new ConcurrentHashMap<>();

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

  CompletableFuture<Object> load(BoundLoader loader, Object key) {
    return dataLoaderOf.computeIfAbsent(loader, this::register).load(key);
  }

  /** Forgets what was loaded: after a write, fields are read anew. */
  void forgetLoaded() {
    dataLoaderOf.values().forEach(DataLoader::clearAll);
  }

  private DataLoader<Object, Object> register(BoundLoader loader) {
    DataLoader<Object, Object> dataLoader = loader.newDataLoader(this);
    dataLoaders.register(loader.name(), dataLoader);
    return dataLoader;
  }
}
