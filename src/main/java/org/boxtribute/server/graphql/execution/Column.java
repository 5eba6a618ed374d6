package org.boxtribute.server.graphql.execution;

import graphql.schema.DataFetcher;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One field of all objects of a group. */
final class Column {
  private final Run run;
  private final Group group;
  private final int at;
  private final FieldPlan field;
  private final Completion completion;

  /**
   * A column of a group.
   *
   * @param at the field's position
   * @param next gets the objects below
   */
  Column(Run run, Group group, int at, Level next) {
    this.run = run;
    this.group = group;
    this.at = at;
    this.field = group.plan().fields()[at];
    this.completion = new Completion(run, field, next);
  }

  /** Fetches and completes the values that can be had at once, and puts others off. */
  void fetch(Waiting waiting) {
    if (field.isTypeName()) {
      fill(group.plan().type().getName());
      return;
    }
    try {
      switch (field.fetcher()) {
        case SourceFetcher values -> read(values.valuesFor(field.context()));
        case BatchedFetcher batched -> lookUp(batched.lookUpFor(field), waiting);
        case BlockingFetcher blocking -> compute(blocking, waiting);
        default -> fetchOneByOne();
      }
    } catch (Exception refused) {
      // The arguments could not be read: no object has a value.
      fill(run.trouble().raise(refused));
    }
  }

  private void fill(Object completed) {
    for (int i = 0; i < group.size(); i++) {
      group.object(i).complete(at, completed);
    }
  }

  private void read(Function<Object, ? extends @Nullable Object> values) {
    for (int i = 0; i < group.size(); i++) {
      Object value;
      try {
        value = values.apply(group.source(i));
      } catch (RuntimeException refused) {
        fail(i, refused);
        continue;
      }
      complete(i, value);
    }
  }

  private void lookUp(BatchedFetcher.LookUp lookUp, Waiting waiting) {
    Answers.Sheet sheet = run.answers().sheet(lookUp.source());
    @Nullable Object[] keys = new Object[group.size()];
    for (int i = 0; i < keys.length; i++) {
      try {
        keys[i] = lookUp.keyOf(group.source(i));
        if (keys[i] == null) {
          complete(i, lookUp.valueOf(null));
        } else {
          sheet.want(keys[i]);
        }
      } catch (RuntimeException refused) {
        fail(i, refused);
      }
    }
    waiting.forAnswers(() -> completeAnswered(lookUp, sheet, keys));
  }

  private void completeAnswered(
      BatchedFetcher.LookUp lookUp, Answers.Sheet sheet, @Nullable Object[] keys) {
    for (int i = 0; i < keys.length; i++) {
      Object key = keys[i];
      if (key == null) {
        continue;
      }
      Object answer = sheet.answer(key);
      if (answer instanceof Failure.Thrown failure) {
        fail(i, failure.cause());
        continue;
      }
      Object value;
      try {
        value = lookUp.valueOf(answer);
      } catch (RuntimeException refused) {
        fail(i, refused);
        continue;
      }
      complete(i, value);
    }
  }

  private void compute(BlockingFetcher fetcher, Waiting waiting) {
    Computation computation = new Computation(fetcher, field);
    waiting.forWork(computation, () -> completeComputed(computation));
  }

  private void completeComputed(Computation computation) {
    for (int i = 0; i < group.size(); i++) {
      if (computation.failure != null) {
        fail(i, computation.failure);
      } else {
        complete(i, computation.value);
      }
    }
  }

  private void fetchOneByOne() {
    DataFetcher<?> fetcher = field.fetcher();
    for (int i = 0; i < group.size(); i++) {
      Object value;
      try {
        value = run.environments().fetch(fetcher, group.object(i), at, group.sourceOrNone(i));
      } catch (Exception thrown) {
        fail(i, thrown);
        continue;
      }
      complete(i, value);
    }
  }

  private void complete(int i, @Nullable Object fetched) {
    completion.complete(group.object(i), at, fetched);
  }

  private void fail(int i, Throwable cause) {
    group.object(i).complete(at, run.trouble().raise(cause));
  }

  /** A value that is computed by blocking code, once for all objects. */
  private static final class Computation implements Runnable {
    private final BlockingFetcher fetcher;
    private final FieldPlan field;
    @Nullable Object value;
    @Nullable Exception failure;

    Computation(BlockingFetcher fetcher, FieldPlan field) {
      this.fetcher = fetcher;
      this.field = field;
    }

    @Override
    public void run() {
      try {
        value = fetcher.fetch(field);
      } catch (Exception thrown) {
        failure = thrown;
      }
    }
  }
}
