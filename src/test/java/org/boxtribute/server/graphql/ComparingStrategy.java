package org.boxtribute.server.graphql;

import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionContextBuilder;
import graphql.execution.ExecutionStrategy;
import graphql.execution.ExecutionStrategyParameters;
import graphql.execution.NonNullableFieldValidator;
import graphql.execution.NonNullableFieldWasNullException;
import graphql.execution.instrumentation.dataloader.PerLevelDataLoaderDispatchStrategy;
import graphql.schema.DataFetcher;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.boxtribute.server.graphql.execution.BlockingFetcher;
import org.boxtribute.server.graphql.execution.ComparableResult;
import org.boxtribute.server.graphql.execution.SelectedField;
import org.boxtribute.server.testing.StatementCounter;
import org.jspecify.annotations.Nullable;

/**
 * Executes each operation by two strategies, and fails where their results are not the same. What a
 * mutation does is done once: the second strategy is given what the root field gave the first.
 */
final class ComparingStrategy extends ExecutionStrategy {
  private final ExecutionStrategy tested;
  private final ExecutionStrategy reference;
  private final ExecutionStrategy referenceBelow;
  private final StatementCounter statements;
  private final Map<GraphQLSchema, GraphQLSchema> repeating = new ConcurrentHashMap<>();
  private final Traffic traffic;

  /**
   * Compares two strategies.
   *
   * @param referenceBelow what graphql-java goes on with below the root fields
   * @param statements counts those of the tested strategy alone
   * @param traffic tells which operations met others, and so are not compared
   */
  ComparingStrategy(
      ExecutionStrategy tested,
      ExecutionStrategy reference,
      ExecutionStrategy referenceBelow,
      StatementCounter statements,
      Traffic traffic) {
    this.tested = tested;
    this.reference = reference;
    this.referenceBelow = referenceBelow;
    this.statements = statements;
    this.traffic = traffic;
  }

  @Override
  public CompletableFuture<ExecutionResult> execute(
      ExecutionContext execution, ExecutionStrategyParameters parameters) {
    boolean writes = execution.isMutationOperation();
    if (writes && parameters.getFields().size() > 1) {
      // What the first field shows may be changed by the second: it can't be looked at again.
      return tested.execute(execution, parameters);
    }
    boolean alone = traffic.running.incrementAndGet() == 1;
    long number = traffic.started.incrementAndGet();
    try {
      return compared(
          execution, parameters, writes, () -> alone && traffic.started.get() == number);
    } finally {
      traffic.running.decrementAndGet();
    }
  }

  private CompletableFuture<ExecutionResult> compared(
      ExecutionContext execution,
      ExecutionStrategyParameters parameters,
      boolean writes,
      BooleanSupplier undisturbed) {
    GraphQLSchema schema = execution.getGraphQLSchema();
    GraphQLSchema executed =
        writes ? repeating.computeIfAbsent(schema, ComparingStrategy::repeating) : schema;
    execution.getGraphQLContext().put(RootValue.class, new RootValue());
    ExecutionResult actual = result(tested, execution, executed, parameters);
    statements.uncounted(
        () -> {
          ExecutionResult expected = result(reference, execution, executed, parameters);
          if (undisturbed.getAsBoolean()) {
            compare(ComparableResult.of(actual), ComparableResult.of(expected));
          }
        });
    return CompletableFuture.completedFuture(actual);
  }

  private ExecutionContext copy(ExecutionContext execution, GraphQLSchema schema) {
    ExecutionContext copy =
        ExecutionContextBuilder.newExecutionContextBuilder(execution)
            .graphQLSchema(schema)
            .queryStrategy(referenceBelow)
            .resetErrors()
            .build();
    copy.setDataLoaderDispatcherStrategy(new PerLevelDataLoaderDispatchStrategy(copy));
    return copy;
  }

  private ExecutionResult result(
      ExecutionStrategy strategy,
      ExecutionContext execution,
      GraphQLSchema schema,
      ExecutionStrategyParameters parameters) {
    ExecutionContext own = copy(execution, schema);
    NonNullableFieldValidator validator = new NonNullableFieldValidator(own);
    try {
      return strategy
          .execute(own, parameters.transform(builder -> builder.nonNullFieldValidator(validator)))
          .join();
    } catch (NonNullableFieldWasNullException nothingLeft) {
      return new ExecutionResultImpl(null, own.getErrors());
    }
  }

  private static void compare(ComparableResult actual, ComparableResult expected) {
    if (!actual.equals(expected)) {
      throw new AssertionError(
          "The strategies differ.\nActual:   %s\nExpected: %s".formatted(actual, expected));
    }
  }

  private static GraphQLSchema repeating(GraphQLSchema schema) {
    GraphQLCodeRegistry.Builder registry =
        GraphQLCodeRegistry.newCodeRegistry(schema.getCodeRegistry());
    GraphQLObjectType mutation = Objects.requireNonNull(schema.getMutationType());
    for (GraphQLFieldDefinition field : mutation.getFieldDefinitions()) {
      FieldCoordinates coordinates = FieldCoordinates.coordinates(mutation, field);
      DataFetcher<?> fetcher = schema.getCodeRegistry().getDataFetcher(coordinates, field);
      registry.dataFetcher(coordinates, new RepeatingFetcher((BlockingFetcher) fetcher));
    }
    return schema.transformWithoutTypes(builder -> builder.codeRegistry(registry.build()));
  }

  /** What is executed on one server: what one operation reads, another may change meanwhile. */
  static final class Traffic {
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicLong started = new AtomicLong();
  }

  /** What the one root field of a mutation gave, or threw. */
  private static final class RootValue {
    private @Nullable Object value;
    private @Nullable Exception failure;
    private boolean known;

    synchronized @Nullable Object once(Callable<? extends @Nullable Object> field)
        throws Exception {
      if (!known) {
        known = true;
        try {
          value = field.call();
        } catch (Exception thrown) {
          failure = thrown;
        }
      }
      if (failure != null) {
        throw failure;
      }
      return value;
    }
  }

  private record RepeatingFetcher(BlockingFetcher fetcher) implements BlockingFetcher {

    @Override
    public @Nullable Object fetch(SelectedField field) throws Exception {
      return Objects.requireNonNull(field.context().<RootValue>get(RootValue.class))
          .once(() -> fetcher.fetch(field));
    }
  }
}
