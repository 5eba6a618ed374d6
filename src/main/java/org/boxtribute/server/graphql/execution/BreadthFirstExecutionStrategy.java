package org.boxtribute.server.graphql.execution;

import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import graphql.GraphQLError;
import graphql.execution.AbortExecutionException;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStrategy;
import graphql.execution.ExecutionStrategyParameters;
import graphql.execution.MergedField;
import graphql.execution.MergedSelectionSet;
import graphql.introspection.Introspection;
import graphql.schema.GraphQLObjectType;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Executes queries level by level, and the root fields of mutations one after the other, each with
 * all that is selected below it. Blocks the calling thread until the response is there.
 *
 * <p>Fetchers answer at once, or are of a kind that this package knows: promises are not waited
 * for. Instrumentation of single fields and incremental delivery ({@code @defer}) are not
 * supported.
 */
public final class BreadthFirstExecutionStrategy extends ExecutionStrategy {
  private final DataFetcherExceptionHandler exceptionHandler;
  private final Executor executor;

  /**
   * Creates the strategy; it can serve any number of requests at a time.
   *
   * @param executor runs the batches of a level that the calling thread does not run itself
   */
  public BreadthFirstExecutionStrategy(
      DataFetcherExceptionHandler exceptionHandler, Executor executor) {
    super(exceptionHandler);
    this.exceptionHandler = exceptionHandler;
    this.executor = executor;
  }

  @Override
  public CompletableFuture<ExecutionResult> execute(
      ExecutionContext execution, ExecutionStrategyParameters parameters) {
    Optional<ExecutionResult> refused =
        Introspection.isIntrospectionSensible(parameters.getFields(), execution);
    if (refused.isPresent()) {
      return CompletableFuture.completedFuture(refused.get());
    }
    try {
      ResultObject data = run(execution, parameters);
      return CompletableFuture.completedFuture(
          new ExecutionResultImpl(data.isBroken() ? null : data, execution.getErrors()));
    } catch (AbortExecutionException aborted) {
      return CompletableFuture.completedFuture(aborted.toExecutionResult());
    }
  }

  private ResultObject run(ExecutionContext execution, ExecutionStrategyParameters parameters) {
    GraphQLObjectType type = parameters.getExecutionStepInfo().getUnwrappedNonNullTypeAs();
    Environments environments = new Environments(execution);
    PlanContext context = new PlanContext(execution);
    if (!execution.isMutationOperation()) {
      SelectionPlan plan = new SelectionPlan(type, parameters.getFields(), context);
      return run(execution, environments, plan, parameters.getSource());
    }
    SelectionPlan whole = new SelectionPlan(type, parameters.getFields(), context);
    ResultObject data = new ResultObject(whole, execution.getLocalContext(), null, 0);
    List<MergedField> fields = parameters.getFields().getSubFieldsList();
    for (int at = 0; at < fields.size(); at++) {
      MergedField field = fields.get(at);
      SelectionPlan one = new SelectionPlan(type, only(field), context);
      ResultObject part = run(execution, environments, one, parameters.getSource());
      data.complete(at, part.completed(0));
      if (part.isBroken()) {
        data.breakUp();
        break;
      }
    }
    return data;
  }

  private static MergedSelectionSet only(MergedField field) {
    return MergedSelectionSet.newMergedSelectionSet()
        .subFields(java.util.Map.of(field.getResultKey(), field))
        .build();
  }

  private ResultObject run(
      ExecutionContext execution,
      Environments environments,
      SelectionPlan plan,
      @Nullable Object source) {
    Run.Trouble trouble = new Run.Trouble();
    Level level = new Level(new Run(execution, environments, new Answers(executor), trouble));
    ResultObject data = level.add(plan, source, execution.getLocalContext(), null, 0);
    while (!level.isEmpty()) {
      level = level.run();
    }
    if (trouble.isRaised()) {
      Settlement settlement = new Settlement(environments, exceptionHandler);
      settlement.settle(data);
      List<GraphQLError> errors = settlement.errors();
      execution.addErrors(errors);
    }
    return data;
  }
}
