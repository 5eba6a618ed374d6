package org.boxtribute.server.graphql.execution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The answers that sources gave within one request. Keys are wanted while a level is visited;
 * {@link #await} sends one batch for each source, side by side.
 */
final class Answers {
  private final Executor executor;
  private final Map<Object, Sheet> sheets = new LinkedHashMap<>();

  Answers(Executor executor) {
    this.executor = executor;
  }

  /** What a source was asked and answered; sources with equal identities share one. */
  Sheet sheet(BatchedFetcher.Source source) {
    return sheets.computeIfAbsent(source.identity(), identity -> new Sheet(source));
  }

  /** Sends the batches, and does other work beside them; the calling thread takes a part of it. */
  void await(List<Runnable> others) {
    List<Runnable> tasks = new ArrayList<>();
    for (Sheet sheet : sheets.values()) {
      if (!sheet.wanted.isEmpty()) {
        tasks.add(sheet::answerWanted);
      }
    }
    tasks.addAll(others);
    runSideBySide(tasks);
  }

  private void runSideBySide(List<Runnable> tasks) {
    if (tasks.isEmpty()) {
      return;
    }
    List<CompletableFuture<Void>> running = new ArrayList<>();
    for (Runnable task : tasks.subList(1, tasks.size())) {
      running.add(CompletableFuture.runAsync(task, executor));
    }
    tasks.getFirst().run();
    running.forEach(CompletableFuture::join);
  }

  /** The questions to one source and its answers. Used by one thread at a time. */
  static final class Sheet {
    private final BatchedFetcher.Source source;
    private final Map<Object, @Nullable Object> answers = new HashMap<>();
    private Set<Object> wanted = new LinkedHashSet<>();

    private Sheet(BatchedFetcher.Source source) {
      this.source = source;
    }

    /** Asks for the answer to a key with the next batch. */
    void want(Object key) {
      if (!answers.containsKey(key)) {
        wanted.add(key);
      }
    }

    /** The answer to a key: null if there is none, {@link Failure.Thrown} if its batch failed. */
    @Nullable Object answer(Object key) {
      return answers.get(key);
    }

    private void answerWanted() {
      Set<Object> keys = wanted;
      wanted = new LinkedHashSet<>();
      try {
        Map<Object, Object> batch = source.answers(keys);
        keys.forEach(key -> answers.put(key, batch.get(key)));
      } catch (Exception failure) {
        Failure.Thrown thrown = new Failure.Thrown(failure);
        keys.forEach(key -> answers.put(key, thrown));
      }
    }
  }
}
