package org.boxtribute.server.graphql;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.dataloader.DataLoader;
import org.dataloader.DataLoaderFactory;
import org.dataloader.MappedBatchLoader;

/**
 * A loader as the engine sees it: keys and answers are objects, arguments are a part of the key.
 * One exists for each loader bean, so that all fields that use the bean share its batches.
 */
abstract sealed class BoundLoader {
  private final String name;

  private BoundLoader(String name) {
    this.name = name;
  }

  /** The name of the bean's class, by which data loaders are registered. */
  final String name() {
    return name;
  }

  /** The key of the batch for one row's key under a field's arguments. */
  abstract Object batchKey(Object key, Object arguments);

  /** Looks up keys made by {@link #batchKey}. */
  abstract Map<Object, Object> load(Set<Object> batchKeys, RequestContext request);

  /** A data loader that runs this loader's batches on the request's executor. */
  final DataLoader<Object, Object> newDataLoader(RequestContext request) {
    MappedBatchLoader<Object, Object> batches =
        keys ->
            CompletableFuture.supplyAsync(
                () -> {
                  try {
                    return request.blocking(() -> load(keys, request));
                  } catch (RuntimeException failure) {
                    throw failure;
                  } catch (Exception failure) {
                    throw new CompletionException(failure);
                  }
                },
                request.executor());
    return DataLoaderFactory.newMappedDataLoader(batches);
  }

  @SuppressWarnings("unchecked") // the binding that makes the keys was typed by the loader
  static BoundLoader of(Loader<?, ?> loader) {
    return new Plain((Loader<Object, Object>) loader);
  }

  @SuppressWarnings("unchecked") // as above
  static BoundLoader of(ArgumentLoader<?, ?, ?> loader) {
    return new WithArguments((ArgumentLoader<Object, Object, Object>) loader);
  }

  private static final class Plain extends BoundLoader {
    private final Loader<Object, Object> loader;

    private Plain(Loader<Object, Object> loader) {
      super(loader.getClass().getName());
      this.loader = loader;
    }

    @Override
    Object batchKey(Object key, Object arguments) {
      return key;
    }

    @Override
    Map<Object, Object> load(Set<Object> batchKeys, RequestContext request) {
      return loader.load(batchKeys, request);
    }
  }

  private static final class WithArguments extends BoundLoader {
    private final ArgumentLoader<Object, Object, Object> loader;

    private WithArguments(ArgumentLoader<Object, Object, Object> loader) {
      super(loader.getClass().getName());
      this.loader = loader;
    }

    @Override
    Object batchKey(Object key, Object arguments) {
      return new ArgumentsAndKey(arguments, key);
    }

    @Override
    Map<Object, Object> load(Set<Object> batchKeys, RequestContext request) {
      Map<Object, Set<Object>> keysByArguments = new HashMap<>();
      for (Object batchKey : batchKeys) {
        ArgumentsAndKey pair = (ArgumentsAndKey) batchKey;
        keysByArguments.computeIfAbsent(pair.arguments, a -> new HashSet<>()).add(pair.key);
      }
      Map<Object, Object> answers = new HashMap<>();
      keysByArguments.forEach(
          (arguments, keys) ->
              loader
                  .load(arguments, keys, request)
                  .forEach((key, answer) -> answers.put(batchKey(key, arguments), answer)));
      return answers;
    }

    private record ArgumentsAndKey(Object arguments, Object key) {}
  }
}
