package org.boxtribute.server.graphql.execution;

import graphql.execution.DataFetcherResult;
import graphql.execution.ExecutionContext;
import graphql.execution.UnresolvedTypeException;
import graphql.execution.reactive.ReactiveSupport;
import graphql.schema.Coercing;
import graphql.schema.CoercingSerializeException;
import graphql.schema.DataFetcher;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLType;
import graphql.util.FpKit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The objects of one depth of the response, grouped by selection and object type. Running a level
 * fetches and completes all their fields, and gives the objects below them as the next level.
 */
final class Level {
  private final ExecutionContext execution;
  private final Answers answers;
  private final Environments environments;
  private final FailureFlag failures;
  private final Map<SelectionPlan, Group> groups = new LinkedHashMap<>();

  Level(
      ExecutionContext execution,
      Answers answers,
      Environments environments,
      FailureFlag failures) {
    this.execution = execution;
    this.answers = answers;
    this.environments = environments;
    this.failures = failures;
  }

  /** Remembers that something failed, so that a response without failures is not searched. */
  static final class FailureFlag {
    private boolean raised;

    Failure raise(Failure failure) {
      raised = true;
      return failure;
    }

    boolean isRaised() {
      return raised;
    }
  }

  boolean isEmpty() {
    return groups.isEmpty();
  }

  /** Adds an object, or finds it where its selection needs equal objects only once. */
  ResultObject add(
      SelectionPlan plan,
      @Nullable Object source,
      @Nullable Object localContext,
      @Nullable Container parent,
      int position) {
    Group group = groups.get(plan);
    if (group == null) {
      group = new Group(plan);
      groups.put(plan, group);
    }
    return group.add(source, localContext, parent, position);
  }

  /** Fetches and completes the fields of all objects of this level. */
  Level run() {
    Level next = new Level(execution, answers, environments, failures);
    Waiting waiting = new Waiting();
    for (Group group : groups.values()) {
      Cancellation.throwIfRequested(execution);
      FieldPlan[] fields = group.plan.fields();
      for (int at = 0; at < fields.length; at++) {
        fetch(group, fields[at], at, next, waiting);
      }
    }
    waiting.completeInto(next);
    return next;
  }

  private void fetch(Group group, FieldPlan field, int at, Level next, Waiting waiting) {
    if (field.isTypeName()) {
      String name = group.plan.type().getName();
      group.objects.forEach(object -> object.complete(at, name));
      return;
    }
    try {
      switch (field.fetcher()) {
        case SourceFetcher values ->
            fetchValues(group, field, at, values.valuesFor(field.context()), next);
        case BatchedFetcher batched ->
            collectKeys(group, field, at, batched.lookUpFor(field), next, waiting);
        case BlockingFetcher blocking -> waiting.add(new Blocked(group, field, at, blocking));
        default -> fetchOneByOne(group, field, at, next, waiting);
      }
    } catch (Exception refused) {
      // The arguments could not be read: no object has a value.
      Failure failure = failures.raise(new Failure.Thrown(refused));
      group.objects.forEach(object -> object.complete(at, failure));
    }
  }

  private void fetchValues(
      Group group,
      FieldPlan field,
      int at,
      Function<Object, ? extends @Nullable Object> values,
      Level next) {
    Completion completion = new Completion(field, next);
    for (int i = 0; i < group.objects.size(); i++) {
      ResultObject object = group.objects.get(i);
      Object value;
      try {
        value = values.apply(group.source(i));
      } catch (RuntimeException refused) {
        object.complete(at, failures.raise(new Failure.Thrown(refused)));
        continue;
      }
      completion.complete(object, at, value);
    }
  }

  private void collectKeys(
      Group group,
      FieldPlan field,
      int at,
      BatchedFetcher.LookUp lookUp,
      Level next,
      Waiting waiting) {
    Looked looked = new Looked(group, field, at, lookUp);
    Completion completion = new Completion(field, next);
    Answers.Sheet sheet = answers.sheet(lookUp.source());
    for (int i = 0; i < group.objects.size(); i++) {
      try {
        Object key = lookUp.keyOf(group.source(i));
        looked.keys[i] = key;
        if (key == null) {
          completion.complete(group.objects.get(i), at, lookUp.valueOf(null));
        } else {
          sheet.want(key);
        }
      } catch (RuntimeException refused) {
        group.objects.get(i).complete(at, failures.raise(new Failure.Thrown(refused)));
      }
    }
    waiting.add(looked);
  }

  private void fetchOneByOne(Group group, FieldPlan field, int at, Level next, Waiting waiting) {
    Completion completion = new Completion(field, next);
    DataFetcher<?> fetcher = field.fetcher();
    for (int i = 0; i < group.objects.size(); i++) {
      ResultObject object = group.objects.get(i);
      Object value;
      try {
        value =
            ReactiveSupport.fetchedObject(
                environments.fetch(fetcher, field, object, at, group.sources.get(i)));
      } catch (Exception thrown) {
        object.complete(at, failures.raise(new Failure.Thrown(thrown)));
        continue;
      }
      if (value instanceof CompletionStage<?> promise) {
        waiting.add(new Promised(field, object, at, promise.toCompletableFuture()));
      } else {
        completion.complete(object, at, value);
      }
    }
  }

  /** All objects of one selection and object type. */
  private static final class Group {
    final SelectionPlan plan;
    final List<@Nullable Object> sources = new ArrayList<>();
    final List<ResultObject> objects = new ArrayList<>();
    private final @Nullable Map<Object, ResultObject> shared;

    Group(SelectionPlan plan) {
      this.plan = plan;
      this.shared = plan.isPure() ? new IdentityHashMap<>() : null;
    }

    /** The source of a field that reads it; only the root object may have none. */
    Object source(int i) {
      Object source = sources.get(i);
      if (source == null) {
        throw new IllegalStateException("There is no source object");
      }
      return source;
    }

    ResultObject add(
        @Nullable Object source,
        @Nullable Object localContext,
        @Nullable Container parent,
        int position) {
      if (shared != null && source != null) {
        ResultObject known = shared.get(source);
        if (known != null) {
          return known;
        }
      }
      ResultObject object = new ResultObject(plan, localContext, parent, position);
      sources.add(source);
      objects.add(object);
      if (shared != null && source != null) {
        shared.put(source, object);
      }
      return object;
    }
  }

  /** A value that is not there yet. */
  private sealed interface Awaited permits Looked, Blocked, Promised {}

  private static final class Looked implements Awaited {
    final Group group;
    final FieldPlan field;
    final int at;
    final BatchedFetcher.LookUp lookUp;
    final @Nullable Object[] keys;

    Looked(Group group, FieldPlan field, int at, BatchedFetcher.LookUp lookUp) {
      this.group = group;
      this.field = field;
      this.at = at;
      this.lookUp = lookUp;
      this.keys = new Object[group.objects.size()];
    }
  }

  private record Blocked(Group group, FieldPlan field, int at, BlockingFetcher fetcher)
      implements Awaited {}

  private record Promised(
      FieldPlan field, ResultObject object, int at, CompletableFuture<?> promise)
      implements Awaited {}

  /** The fields of this level whose values are looked up, computed elsewhere or promised. */
  private final class Waiting {
    private final List<Awaited> fields = new ArrayList<>();

    void add(Awaited awaited) {
      fields.add(awaited);
    }

    void completeInto(Level next) {
      List<Blocked> blocked = only(Blocked.class);
      Map<Blocked, Object> results = answers.await(blockingWork(blocked));
      List<Promised> promised = only(Promised.class);
      if (!promised.isEmpty()) {
        environments.await(promised.stream().<CompletableFuture<?>>map(Promised::promise).toList());
      }
      for (Awaited awaited : fields) {
        Cancellation.throwIfRequested(execution);
        switch (awaited) {
          case Looked looked -> complete(looked, next);
          case Blocked one -> complete(one, results.get(one), next);
          case Promised one -> complete(one, next);
        }
      }
    }

    private <T extends Awaited> List<T> only(Class<T> kind) {
      return fields.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private Map<Blocked, Answers.Work> blockingWork(List<Blocked> blocked) {
      Map<Blocked, Answers.Work> work = new LinkedHashMap<>();
      blocked.forEach(one -> work.put(one, () -> one.fetcher.fetch(one.field)));
      return work;
    }

    private void complete(Looked looked, Level next) {
      Completion completion = new Completion(looked.field, next);
      Answers.Sheet sheet = answers.sheet(looked.lookUp.source());
      for (int i = 0; i < looked.keys.length; i++) {
        Object key = looked.keys[i];
        if (key == null) {
          continue;
        }
        ResultObject object = looked.group.objects.get(i);
        Object answer = sheet.answer(key);
        if (answer instanceof Failure.Thrown failure) {
          object.complete(looked.at, failures.raise(failure));
          continue;
        }
        Object value;
        try {
          value = looked.lookUp.valueOf(answer);
        } catch (RuntimeException refused) {
          object.complete(looked.at, failures.raise(new Failure.Thrown(refused)));
          continue;
        }
        completion.complete(object, looked.at, value);
      }
    }

    private void complete(Blocked blocked, @Nullable Object result, Level next) {
      for (ResultObject object : blocked.group.objects) {
        if (result instanceof Failure.Thrown failure) {
          object.complete(blocked.at, failures.raise(failure));
        } else {
          new Completion(blocked.field, next).complete(object, blocked.at, result);
        }
      }
    }

    private void complete(Promised promised, Level next) {
      Object value;
      try {
        value = promised.promise.join();
      } catch (CompletionException | CancellationException broken) {
        promised.object.complete(
            promised.at, failures.raise(new Failure.Thrown(Answers.unwrapped(broken))));
        return;
      }
      new Completion(promised.field, next).complete(promised.object, promised.at, value);
    }
  }

  /** Turns fetched values of one field into values of the response. */
  private final class Completion {
    private final FieldPlan field;
    private final Level next;
    private final GraphQLOutputType type;
    private @Nullable GraphQLObjectType lastType;
    private @Nullable SelectionPlan lastPlan;

    Completion(FieldPlan field, Level next) {
      this.field = field;
      this.next = next;
      this.type = field.type();
    }

    void complete(ResultObject object, int at, @Nullable Object fetched) {
      Object value;
      try {
        value = unpacked(type, fetched, object, at, object.localContext());
      } catch (RuntimeException broken) {
        // A type resolver or a scalar that fails without saying why, or a list that does.
        value = failures.raise(new Failure.Thrown(broken));
      }
      object.complete(at, value);
    }

    private @Nullable Object unpacked(
        GraphQLType valueType,
        @Nullable Object fetched,
        Container parent,
        int at,
        @Nullable Object localContext) {
      if (!(fetched instanceof DataFetcherResult<?> result)) {
        return completed(valueType, fetched, parent, at, localContext);
      }
      environments.extend(result.getExtensions());
      Object ownContext =
          result.getLocalContext() == null ? localContext : result.getLocalContext();
      Object value = completed(valueType, result.getData(), parent, at, ownContext);
      return result.getErrors().isEmpty()
          ? value
          : failures.raise(new Failure.Reported(result.getErrors(), value));
    }

    private @Nullable Object completed(
        GraphQLType valueType,
        @Nullable Object fetched,
        Container parent,
        int at,
        @Nullable Object localContext) {
      Object value = execution.getValueUnboxer().unbox(fetched);
      boolean nonNull = valueType instanceof GraphQLNonNull;
      if (value == null) {
        return nonNull ? failures.raise(Failure.NullInNonNull.INSTANCE) : null;
      }
      return switch (nonNull ? ((GraphQLNonNull) valueType).getWrappedType() : valueType) {
        case GraphQLScalarType scalar -> serialized(scalar.getCoercing(), value);
        case GraphQLEnumType enumeration -> serialized(enumeration, value);
        case GraphQLList list -> list(list, value, parent, at, localContext);
        case GraphQLType composite -> object(composite, value, parent, at, localContext);
      };
    }

    private @Nullable Object serialized(Coercing<?, ?> coercing, Object value) {
      try {
        return coercing.serialize(value, execution.getGraphQLContext(), execution.getLocale());
      } catch (CoercingSerializeException unknown) {
        return failures.raise(new Failure.NotSerializable(unknown));
      }
    }

    private @Nullable Object serialized(GraphQLEnumType enumeration, Object value) {
      try {
        return enumeration.serialize(value, execution.getGraphQLContext(), execution.getLocale());
      } catch (CoercingSerializeException unknown) {
        return failures.raise(new Failure.NotSerializable(unknown));
      }
    }

    private Object list(
        GraphQLList list, Object value, Container parent, int at, @Nullable Object localContext) {
      if (!FpKit.isIterable(value)) {
        return failures.raise(new Failure.NoList(list));
      }
      Collection<?> items = FpKit.toCollection(value);
      ResultList completed = new ResultList(items.size(), parent, at);
      int index = 0;
      for (Object item : items) {
        completed.complete(
            index, unpacked(list.getWrappedType(), item, completed, index, localContext));
        index++;
      }
      return completed;
    }

    private Object object(
        GraphQLType valueType,
        Object value,
        Container parent,
        int at,
        @Nullable Object localContext) {
      GraphQLObjectType objectType;
      if (valueType instanceof GraphQLObjectType concrete) {
        objectType = concrete;
      } else {
        try {
          objectType = environments.typeOf(value, valueType, field, localContext);
        } catch (UnresolvedTypeException unresolved) {
          return failures.raise(new Failure.UnresolvedType(unresolved));
        }
      }
      return next.add(planFor(objectType), value, localContext, parent, at);
    }

    private SelectionPlan planFor(GraphQLObjectType objectType) {
      SelectionPlan plan = lastPlan;
      if (plan == null || !objectType.equals(lastType)) {
        plan = field.below(objectType);
        lastType = objectType;
        lastPlan = plan;
      }
      return plan;
    }
  }
}
