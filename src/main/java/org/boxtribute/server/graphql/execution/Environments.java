package org.boxtribute.server.graphql.execution;

import static graphql.schema.DataFetchingEnvironmentImpl.newDataFetchingEnvironment;

import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStepInfo;
import graphql.execution.ResultPath;
import graphql.execution.TypeResolutionParameters;
import graphql.execution.UnresolvedTypeException;
import graphql.execution.directives.QueryDirectivesImpl;
import graphql.extensions.ExtensionsBuilder;
import graphql.normalized.ExecutableNormalizedField;
import graphql.normalized.ExecutableNormalizedOperation;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.DataFetchingFieldSelectionSetImpl;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedOutputType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLUnionType;
import graphql.schema.LightDataFetcher;
import graphql.schema.TypeResolver;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes what fetchers and type resolvers of graphql-java's own contract are given. This is the slow
 * way: it is gone for fetchers of no kind that this package knows.
 */
final class Environments {
  private final ExecutionContext execution;

  Environments(ExecutionContext execution) {
    this.execution = execution;
  }

  @Nullable Object fetch(
      DataFetcher<?> fetcher, ResultObject object, int at, @Nullable Object source)
      throws Exception {
    Supplier<DataFetchingEnvironment> environment =
        new Once<>(() -> environment(object, at, object.path(object.path(), at), source));
    return fetcher instanceof LightDataFetcher<?> light && source != null
        ? light.get(object.plan().fields()[at].definition(), source, environment)
        : fetcher.get(environment.get());
  }

  /** The environment of a field of an object that occurs at a path. */
  DataFetchingEnvironment environment(
      ResultObject object, int at, ResultPath path, @Nullable Object source) {
    FieldPlan field = object.plan().fields()[at];
    Supplier<ExecutionStepInfo> stepInfo = new Once<>(() -> StepInfos.of(object, at, path));
    Supplier<ExecutableNormalizedOperation> operation = execution.getNormalizedQueryTree();
    Supplier<ExecutableNormalizedField> normalizedField =
        () -> operation.get().getNormalizedField(field.field(), field.parentType(), path);
    return newDataFetchingEnvironment(execution)
        .source(source)
        .localContext(object.localContext())
        .arguments(field::arguments)
        .fieldDefinition(field.definition())
        .mergedField(field.field())
        .fieldType(field.type())
        .executionStepInfo(stepInfo)
        .parentType(field.parentType())
        .selectionSet(
            DataFetchingFieldSelectionSetImpl.newCollector(
                execution.getGraphQLSchema(), field.type(), normalizedField))
        .queryDirectives(
            new QueryDirectivesImpl(
                field.field(),
                execution.getGraphQLSchema(),
                execution.getCoercedVariables(),
                execution.getNormalizedVariables(),
                execution.getGraphQLContext(),
                execution.getLocale()))
        .build();
  }

  /** Adds what a fetcher wants to tell in the extensions of the response. */
  void extend(@Nullable Map<Object, Object> extensions) {
    ExtensionsBuilder builder = execution.getGraphQLContext().get(ExtensionsBuilder.class);
    if (extensions != null && builder != null) {
      builder.addValues(extensions);
    }
  }

  /**
   * The object type of a value of an interface or union type.
   *
   * @throws UnresolvedTypeException if the type resolver cannot tell it, or tells an impossible one
   */
  GraphQLObjectType typeOf(
      Object value, GraphQLType abstractType, FieldPlan field, @Nullable Object localContext) {
    GraphQLCodeRegistry registry = execution.getGraphQLSchema().getCodeRegistry();
    TypeResolver resolver =
        switch (abstractType) {
          case GraphQLInterfaceType type -> registry.getTypeResolver(type);
          case GraphQLUnionType type -> registry.getTypeResolver(type);
          default -> throw new IllegalStateException("Not an abstract type: " + abstractType);
        };
    GraphQLNamedOutputType named = (GraphQLNamedOutputType) abstractType;
    GraphQLObjectType resolved =
        resolver.getType(
            TypeResolutionParameters.newParameters()
                .field(field.field())
                .fieldType(abstractType)
                .value(value)
                .argumentValues(field::arguments)
                .graphQLContext(execution.getGraphQLContext())
                .localContext(localContext)
                .schema(execution.getGraphQLSchema())
                .build());
    if (resolved == null) {
      throw new UnresolvedTypeException(named);
    }
    if (!execution.getGraphQLSchema().isPossibleType(named, resolved)) {
      throw new UnresolvedTypeException(named, resolved);
    }
    return resolved;
  }

  /** A supplier that makes its value when it is first asked, for one thread. */
  private static final class Once<T> implements Supplier<T> {
    private final Supplier<T> maker;
    private @Nullable T value;

    Once(Supplier<T> maker) {
      this.maker = maker;
    }

    @Override
    public T get() {
      T made = value;
      if (made == null) {
        made = maker.get();
        value = made;
      }
      return made;
    }
  }
}
