package org.boxtribute.server.graphql.execution;

import graphql.GraphQLContext;
import graphql.execution.MergedField;
import graphql.introspection.Introspection;
import graphql.schema.DataFetcher;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedOutputType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One field of a selection for one object type: all that is known before any value is. */
final class FieldPlan implements SelectedField {
  private final GraphQLObjectType parentType;
  private final MergedField field;
  private final PlanContext context;
  private final GraphQLFieldDefinition definition;
  private final DataFetcher<?> fetcher;
  private final Map<GraphQLObjectType, SelectionPlan> below = new HashMap<>();
  private @Nullable Map<String, Object> arguments;
  private Purity purity = Purity.UNKNOWN;

  FieldPlan(GraphQLObjectType parentType, MergedField field, PlanContext context) {
    this.parentType = parentType;
    this.field = field;
    this.context = context;
    this.definition = context.definition(parentType, field);
    this.fetcher = context.fetcher(parentType, definition);
  }

  GraphQLObjectType parentType() {
    return parentType;
  }

  MergedField field() {
    return field;
  }

  GraphQLFieldDefinition definition() {
    return definition;
  }

  GraphQLOutputType type() {
    return definition.getType();
  }

  boolean isTypeName() {
    return definition.getName().equals(Introspection.TypeNameMetaFieldDef.getName());
  }

  DataFetcher<?> fetcher() {
    return fetcher;
  }

  @Override
  public GraphQLContext context() {
    return context.execution().getGraphQLContext();
  }

  /** The coerced arguments, read when they are first asked for. */
  @Override
  public Map<String, Object> arguments() {
    Map<String, Object> read = arguments;
    if (read == null) {
      read = context.arguments(definition, field);
      arguments = read;
    }
    return read;
  }

  @Override
  public boolean selects(String path) {
    return possibleTypes().stream().anyMatch(type -> below(type).selects(path));
  }

  /** The plan of the fields below this one for objects of a type. */
  SelectionPlan below(GraphQLObjectType type) {
    SelectionPlan plan = below.get(type);
    if (plan == null) {
      plan = context.below(field, type);
      below.put(type, plan);
    }
    return plan;
  }

  /** Whether this field's value, and all below it, depend on the source object alone. */
  boolean isPure() {
    if (purity == Purity.UNKNOWN) {
      boolean pureFetcher =
          isTypeName() || fetcher instanceof SourceFetcher || fetcher instanceof BatchedFetcher;
      boolean pure = pureFetcher && possibleTypes().stream().allMatch(type -> below(type).isPure());
      purity = pure ? Purity.PURE : Purity.IMPURE;
    }
    return purity == Purity.PURE;
  }

  private enum Purity {
    UNKNOWN,
    PURE,
    IMPURE
  }

  private List<GraphQLObjectType> possibleTypes() {
    GraphQLNamedOutputType named = GraphQLTypeUtil.unwrapAllAs(definition.getType());
    if (named instanceof GraphQLObjectType object) {
      return List.of(object);
    }
    if (named instanceof GraphQLInterfaceType abstractType) {
      return Objects.requireNonNull(
          context.execution().getGraphQLSchema().getImplementations(abstractType));
    }
    return named instanceof GraphQLUnionType union
        ? union.getTypes().stream().map(GraphQLObjectType.class::cast).toList()
        : List.of();
  }
}
