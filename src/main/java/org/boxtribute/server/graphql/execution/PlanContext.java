package org.boxtribute.server.graphql.execution;

import graphql.execution.ExecutionContext;
import graphql.execution.FieldCollector;
import graphql.execution.FieldCollectorParameters;
import graphql.execution.MergedField;
import graphql.execution.MergedSelectionSet;
import graphql.execution.ValuesResolver;
import graphql.introspection.Introspection;
import graphql.schema.DataFetcher;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import java.util.Map;

/** What plans of one request are made from: the schema, the document and the variables. */
final class PlanContext {
  private final ExecutionContext execution;
  private final FieldCollector collector = new FieldCollector();

  PlanContext(ExecutionContext execution) {
    this.execution = execution;
  }

  ExecutionContext execution() {
    return execution;
  }

  GraphQLFieldDefinition definition(GraphQLObjectType type, MergedField field) {
    return Introspection.getFieldDefinition(execution.getGraphQLSchema(), type, field.getName());
  }

  DataFetcher<?> fetcher(GraphQLObjectType type, GraphQLFieldDefinition definition) {
    return execution
        .getGraphQLSchema()
        .getCodeRegistry()
        .getDataFetcher(type.getName(), definition.getName(), definition);
  }

  Map<String, Object> arguments(GraphQLFieldDefinition definition, MergedField field) {
    if (definition.getArguments().isEmpty()) {
      return Map.of();
    }
    return ValuesResolver.getArgumentValues(
        execution.getGraphQLSchema().getCodeRegistry(),
        definition.getArguments(),
        field.getArguments(),
        execution.getCoercedVariables(),
        execution.getGraphQLContext(),
        execution.getLocale());
  }

  /** The plan of what is selected below a field for an object type. */
  SelectionPlan below(MergedField field, GraphQLObjectType type) {
    FieldCollectorParameters parameters =
        FieldCollectorParameters.newParameters()
            .schema(execution.getGraphQLSchema())
            .objectType(type)
            .fragments(execution.getFragmentsByName())
            .variables(execution.getCoercedVariables().toMap())
            .graphQLContext(execution.getGraphQLContext())
            .build();
    MergedSelectionSet selection = collector.collectFields(parameters, field);
    return new SelectionPlan(type, selection, this);
  }
}
