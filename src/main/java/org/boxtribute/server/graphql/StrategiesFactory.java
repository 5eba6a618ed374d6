package org.boxtribute.server.graphql;

import io.micronaut.context.annotation.Factory;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutorService;
import org.boxtribute.server.graphql.execution.BreadthFirstExecutionStrategy;

/** Makes the strategies that the server executes operations with. */
@Factory
final class StrategiesFactory {

  /** Level by level, for queries and for mutations. */
  @Singleton
  Strategies breadthFirst(
      ErrorMapping errors, @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
    BreadthFirstExecutionStrategy strategy = new BreadthFirstExecutionStrategy(errors, executor);
    return new Strategies(strategy, strategy);
  }
}
