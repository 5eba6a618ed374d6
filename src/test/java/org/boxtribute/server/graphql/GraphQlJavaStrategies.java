package org.boxtribute.server.graphql;

import graphql.execution.AsyncExecutionStrategy;
import graphql.execution.AsyncSerialExecutionStrategy;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;

/** Executes with graphql-java's own strategies, in the server that this one is compared with. */
@Factory
@Requires(property = "benchmark.strategy", value = "graphql-java")
final class GraphQlJavaStrategies {

  @Singleton
  @Replaces(bean = Strategies.class, factory = StrategiesFactory.class)
  Strategies graphQlJava(ErrorMapping errors) {
    return new Strategies(
        new AsyncExecutionStrategy(errors), new AsyncSerialExecutionStrategy(errors));
  }
}
