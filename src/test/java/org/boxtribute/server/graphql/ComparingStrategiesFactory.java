package org.boxtribute.server.graphql;

import graphql.execution.AsyncExecutionStrategy;
import graphql.execution.AsyncSerialExecutionStrategy;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutorService;
import org.boxtribute.server.graphql.error.ErrorMapping;
import org.boxtribute.server.graphql.execution.BreadthFirstExecutionStrategy;
import org.boxtribute.server.testing.StatementCounter;

/**
 * Puts graphql-java's own strategies beside the server's where the property {@code test.strategies}
 * says so.
 */
@Factory
final class ComparingStrategiesFactory {

  /** Both, compared with each other. */
  @Singleton
  @Requires(property = "test.strategies", value = "compared")
  @Replaces(bean = Strategies.class, factory = StrategiesFactory.class)
  Strategies compared(
      ErrorMapping errors,
      @Named(TaskExecutors.BLOCKING) ExecutorService executor,
      StatementCounter statements) {
    BreadthFirstExecutionStrategy breadthFirst =
        new BreadthFirstExecutionStrategy(errors, executor);
    AsyncExecutionStrategy reference = new AsyncExecutionStrategy(errors);
    ComparingStrategy.Traffic traffic = new ComparingStrategy.Traffic();
    return new Strategies(
        new ComparingStrategy(breadthFirst, reference, reference, statements, traffic),
        new ComparingStrategy(
            breadthFirst,
            new AsyncSerialExecutionStrategy(errors),
            reference,
            statements,
            traffic));
  }
}
