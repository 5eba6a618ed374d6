package org.boxtribute.server.graphql.execution;

import graphql.GraphQLContext;
import graphql.language.OperationDefinition;
import graphql.schema.DataFetchingEnvironment;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.dataloader.DataLoader;
import org.dataloader.DataLoaderFactory;
import org.dataloader.DataLoaderRegistry;
import org.dataloader.MappedBatchLoader;
import org.jspecify.annotations.Nullable;

/**
 * Lets any strategy of graphql-java run the fetchers that {@link BreadthFirstExecutionStrategy}
 * runs: look-ups become loads of java-dataloader's data loaders, blocking code is promised. One
 * exists for each request, in its {@link GraphQLContext}; several threads use it.
 */
public final class DataLoaderAdapter {
  private final Executor executor;
  private final DataLoaderRegistry registry = DataLoaderRegistry.newRegistry().build();
  private final Map<Object, String> names = new ConcurrentHashMap<>();
  private final AtomicInteger count = new AtomicInteger();

  /**
   * Creates an adapter for a request.
   *
   * @param executor runs batches and blocking code
   */
  public DataLoaderAdapter(Executor executor) {
    this.executor = executor;
  }

  /** The adapter of the request that a field belongs to. */
  static DataLoaderAdapter of(DataFetchingEnvironment environment) {
    return Objects.requireNonNull(
        environment.getGraphQlContext().<DataLoaderAdapter>get(DataLoaderAdapter.class));
  }

  /** The request's data loaders, for the strategy to dispatch. */
  public DataLoaderRegistry registry() {
    return registry;
  }

  /** The value of a field that is looked up, or a promise of it. */
  @Nullable Object load(BatchedFetcher fetcher, DataFetchingEnvironment environment) {
    BatchedFetcher.LookUp lookUp = fetcher.lookUpFor(new EnvironmentField(environment));
    Object key = lookUp.keyOf(Objects.requireNonNull(environment.<Object>getSource()));
    return key == null
        ? lookUp.valueOf(null)
        : loader(lookUp.source(), environment).load(key).thenApply(lookUp::valueOf);
  }

  /** A promise of the value of a field whose fetcher blocks. */
  CompletableFuture<@Nullable Object> compute(
      BlockingFetcher fetcher, DataFetchingEnvironment environment) {
    return promised(
        () -> {
          try {
            return fetcher.fetch(new EnvironmentField(environment));
          } finally {
            forgetAfterWrite(environment);
          }
        });
  }

  /**
   * The loader is asked from the field's environment, for by that the strategy learns of the load,
   * and for the registry keeps a copy of a loader without a name.
   */
  private DataLoader<Object, Object> loader(
      BatchedFetcher.Source source, DataFetchingEnvironment environment) {
    String name =
        names.computeIfAbsent(source.identity(), s -> "loader " + count.incrementAndGet());
    registry.computeIfAbsent(name, n -> newDataLoader(source));
    return Objects.requireNonNull(environment.<Object, Object>getDataLoader(name));
  }

  private DataLoader<Object, Object> newDataLoader(BatchedFetcher.Source source) {
    MappedBatchLoader<Object, Object> batches = keys -> promised(() -> source.answers(keys));
    return DataLoaderFactory.newMappedDataLoader(batches);
  }

  /** After a write, fields are read anew. */
  private void forgetAfterWrite(DataFetchingEnvironment environment) {
    if (environment.getOperationDefinition().getOperation()
        == OperationDefinition.Operation.MUTATION) {
      registry.getDataLoaders().forEach(DataLoader::clearAll);
    }
  }

  private <T extends @Nullable Object> CompletableFuture<T> promised(Callable<T> work) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return work.call();
          } catch (RuntimeException failure) {
            throw failure;
          } catch (Exception failure) {
            throw new CompletionException(failure);
          }
        },
        executor);
  }

  /** A field as its environment shows it. */
  private record EnvironmentField(DataFetchingEnvironment environment) implements SelectedField {

    @Override
    public GraphQLContext context() {
      return environment.getGraphQlContext();
    }

    @Override
    public Map<String, Object> arguments() {
      return environment.getArguments();
    }

    @Override
    public boolean selects(String path) {
      return environment.getSelectionSet().contains(path);
    }
  }
}
