package org.boxtribute.server.graphql.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.execution.AsyncExecutionStrategy;
import graphql.execution.AsyncSerialExecutionStrategy;
import graphql.execution.ExecutionStrategy;
import graphql.execution.SimpleDataFetcherExceptionHandler;
import graphql.execution.instrumentation.dataloader.DataLoaderDispatchingContextKeys;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.TypeResolver;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.validation.ValidationError;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.boxtribute.server.graphql.execution.RandomValues.Item;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * Requests made at random give the same data, with the keys in the same order, and the same errors
 * as with graphql-java's own strategies. A difference is reported with the seed that repeats it.
 */
final class DifferentialTests {
  static final Item ROOT = new Item("Query", 1);

  private static final int REQUESTS = Integer.getInteger("differential.requests", 2_000);
  private static final int REQUESTS_OF_A_SUBJECT = 20;
  private static final List<Double> TROUBLE = List.of(0.0, 1.0, 4.0, 15.0);
  private static final long FIXED_SEED = 20_261_125L;
  private static final ExecutorService EXECUTOR = Executors.newVirtualThreadPerTaskExecutor();

  @AfterAll
  static void stop() {
    EXECUTOR.close();
  }

  @Test
  void requestsOfAFixedSeedHaveTheSameResults() {
    compare(FIXED_SEED);
  }

  @Test
  void requestsOfAFreshSeedHaveTheSameResults() {
    long seed = Long.getLong("differential.seed", ThreadLocalRandom.current().nextLong());
    System.out.println("Differential tests with -Ddifferential.seed=" + seed);
    compare(seed);
  }

  private static void compare(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int failed = 0;
    for (int request = 0; request < REQUESTS; ) {
      double trouble = TROUBLE.get(random.nextInt(TROUBLE.size()));
      Subject subject = new Subject(trouble, random.split());
      for (int i = 0; i < REQUESTS_OF_A_SUBJECT; i++, request++) {
        failed += subject.compare(random.split(), seed + " #" + request) ? 1 : 0;
      }
    }
    assertThat(failed).as("requests with errors").isBetween(REQUESTS / 5, REQUESTS * 4 / 5);
  }

  /** A schema with fetchers of its own, and both strategies over it. */
  private static final class Subject {
    private final RandomFetchers fetchers;
    private final GraphQL reference;
    private final GraphQL tested;

    Subject(double trouble, SplittableRandom random) {
      fetchers = new RandomFetchers(new RandomValues(trouble));
      GraphQLSchema schema = schema(random);
      SimpleDataFetcherExceptionHandler handler = new SimpleDataFetcherExceptionHandler();
      ExecutionStrategy breadthFirst = new BreadthFirstExecutionStrategy(handler, EXECUTOR);
      reference =
          engine(
              schema,
              new AsyncExecutionStrategy(handler),
              new AsyncSerialExecutionStrategy(handler));
      tested = engine(schema, breadthFirst, breadthFirst);
    }

    private static GraphQL engine(
        GraphQLSchema schema, ExecutionStrategy query, ExecutionStrategy mutation) {
      return GraphQL.newGraphQL(schema)
          .queryExecutionStrategy(query)
          .mutationExecutionStrategy(mutation)
          .build();
    }

    private GraphQLSchema schema(SplittableRandom random) {
      TypeResolver resolver =
          environment ->
              environment
                  .getSchema()
                  .getObjectType(Objects.requireNonNull(environment.<Item>getObject()).type());
      GraphQLSchema bare =
          new SchemaGenerator()
              .makeExecutableSchema(
                  new SchemaParser().parse(Orchard.sdl()),
                  RuntimeWiring.newRuntimeWiring()
                      .type("Named", type -> type.typeResolver(resolver))
                      .type("Linked", type -> type.typeResolver(resolver))
                      .type("Fruit", type -> type.typeResolver(resolver))
                      .type("Thing", type -> type.typeResolver(resolver))
                      .build());
      GraphQLCodeRegistry.Builder registry =
          GraphQLCodeRegistry.newCodeRegistry(bare.getCodeRegistry());
      for (String name : List.of("Query", "Mutation", "Apple", "Pear", "Stone", "Crate")) {
        GraphQLObjectType type = Objects.requireNonNull(bare.getObjectType(name));
        type.getFieldDefinitions()
            .forEach(
                field ->
                    registry.dataFetcher(
                        FieldCoordinates.coordinates(type, field),
                        fetchers.fetcher(name, field, random)));
      }
      return bare.transformWithoutTypes(schema -> schema.codeRegistry(registry.build()));
    }

    /** Compares one request, and tells whether it had errors. */
    boolean compare(SplittableRandom random, String name) {
      RandomDocument document = new RandomDocument(random);
      Map<String, Object> variables = document.variables();
      ExecutionResult expected = execute(reference, document, variables);
      ExecutionResult actual = execute(tested, document, variables);
      String request = name + "\n" + document.text() + "\n" + variables;
      assertThat(expected.getErrors()).as(request).noneMatch(ValidationError.class::isInstance);
      assertThat(ComparableResult.of(actual)).as(request).isEqualTo(ComparableResult.of(expected));
      return !expected.getErrors().isEmpty();
    }

    private ExecutionResult execute(
        GraphQL engine, RandomDocument document, Map<String, Object> variables) {
      DataLoaderAdapter adapter = new DataLoaderAdapter(EXECUTOR);
      ExecutionInput input =
          ExecutionInput.newExecutionInput(document.text())
              .variables(variables)
              .root(ROOT)
              .dataLoaderRegistry(adapter.registry())
              .graphQLContext(
                  context ->
                      context
                          .put(AtomicInteger.class, new AtomicInteger())
                          .put(DataLoaderAdapter.class, adapter)
                          .put(
                              DataLoaderDispatchingContextKeys
                                  .ENABLE_DATA_LOADER_EXHAUSTED_DISPATCHING,
                              true))
              .build();
      return assertTimeoutPreemptively(
          Duration.ofSeconds(60), () -> engine.execute(input), document.text());
    }
  }
}
