package org.boxtribute.server.graphql;

import graphql.execution.AsyncExecutionStrategy;
import graphql.execution.AsyncSerialExecutionStrategy;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutorService;
import org.boxtribute.server.graphql.error.ErrorMapping;
import org.boxtribute.server.graphql.execution.BreadthFirstExecutionStrategy;

/**
 * Makes the strategies that the server executes operations with. The key {@code
 * boxtribute.graphql.strategy} chooses them: {@code breadth-first}, or {@code graphql-java} for
 * that library's own, which run the same bindings and take several times as long.
 */
@Factory
final class StrategiesFactory {
  private static final String CHOICE = "boxtribute.graphql.strategy";

  /** Level by level, for queries and for mutations. */
  @Singleton
  @Requires(property = CHOICE, value = "breadth-first", defaultValue = "breadth-first")
  Strategies breadthFirst(
      ErrorMapping errors, @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
    BreadthFirstExecutionStrategy strategy = new BreadthFirstExecutionStrategy(errors, executor);
    return new Strategies(strategy, strategy);
  }

  /** As graphql-java does it. */
  @Singleton
  @Requires(property = CHOICE, value = "graphql-java")
  Strategies ofGraphqlJava(ErrorMapping errors) {
    return new Strategies(
        new AsyncExecutionStrategy(errors), new AsyncSerialExecutionStrategy(errors));
  }
}
