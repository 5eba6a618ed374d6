package org.boxtribute.server.graphql.document;

import graphql.introspection.Introspection;
import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.Directive;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLDirective;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the variables that are null where the schema allows no null. A valid document can have
 * these: a variable with a default may be used in such a place, and may be given as null all the
 * same.
 */
final class NullUses {
  private final GraphQLSchema schema;
  private final Map<String, FragmentDefinition> fragments = new HashMap<>();
  private final Set<String> nulls;
  private final Set<String> visited = new HashSet<>();
  private final Set<String> misplaced = new HashSet<>();

  /**
   * A search in a valid document.
   *
   * @param nulls the names of the variables that are null
   */
  NullUses(GraphQLSchema schema, Document document, Set<String> nulls) {
    this.schema = schema;
    this.nulls = nulls;
    document
        .getDefinitionsOfType(FragmentDefinition.class)
        .forEach(fragment -> fragments.put(fragment.getName(), fragment));
  }

  /** The names of those that an operation uses where they may not be null. */
  Set<String> misplacedIn(OperationDefinition operation) {
    GraphQLCompositeType root =
        switch (operation.getOperation()) {
          case QUERY -> schema.getQueryType();
          case MUTATION -> Objects.requireNonNull(schema.getMutationType());
          case SUBSCRIPTION -> Objects.requireNonNull(schema.getSubscriptionType());
        };
    visit(operation.getDirectives());
    visit(operation.getSelectionSet(), root);
    return misplaced;
  }

  private void visit(@Nullable SelectionSet selections, GraphQLCompositeType parent) {
    if (selections == null) {
      return;
    }
    for (Selection<?> selection : selections.getSelections()) {
      switch (selection) {
        case Field field -> visit(field, parent);
        case InlineFragment fragment -> {
          visit(fragment.getDirectives());
          TypeName condition = fragment.getTypeCondition();
          visit(fragment.getSelectionSet(), condition == null ? parent : named(condition));
        }
        case FragmentSpread spread -> {
          visit(spread.getDirectives());
          if (visited.add(spread.getName())) {
            FragmentDefinition fragment = Objects.requireNonNull(fragments.get(spread.getName()));
            visit(fragment.getDirectives());
            visit(fragment.getSelectionSet(), named(fragment.getTypeCondition()));
          }
        }
        default -> throw new IllegalStateException("Unknown selection " + selection);
      }
    }
  }

  private GraphQLCompositeType named(TypeName type) {
    return (GraphQLCompositeType) Objects.requireNonNull(schema.getType(type.getName()));
  }

  private void visit(Field field, GraphQLCompositeType parent) {
    GraphQLFieldDefinition definition = Introspection.getFieldDef(schema, parent, field.getName());
    visit(field.getDirectives());
    visit(field.getArguments(), definition.getArguments());
    GraphQLOutputType type = GraphQLTypeUtil.unwrapAllAs(definition.getType());
    if (type instanceof GraphQLCompositeType composite) {
      visit(field.getSelectionSet(), composite);
    }
  }

  private void visit(List<Directive> directives) {
    for (Directive directive : directives) {
      GraphQLDirective definition =
          Objects.requireNonNull(schema.getDirective(directive.getName()));
      visit(directive.getArguments(), definition.getArguments());
    }
  }

  private void visit(List<Argument> given, List<GraphQLArgument> definitions) {
    for (Argument argument : given) {
      definitions.stream()
          .filter(definition -> definition.getName().equals(argument.getName()))
          .forEach(definition -> visit(argument.getValue(), definition.getType()));
    }
  }

  private void visit(Value<?> value, GraphQLType type) {
    GraphQLType nullable = GraphQLTypeUtil.unwrapNonNull(type);
    switch (value) {
      case VariableReference variable -> {
        if (GraphQLTypeUtil.isNonNull(type) && nulls.contains(variable.getName())) {
          misplaced.add(variable.getName());
        }
      }
      case ArrayValue items when nullable instanceof GraphQLList list ->
          items.getValues().forEach(item -> visit(item, list.getWrappedType()));
      case ObjectValue fields -> visit(fields, GraphQLTypeUtil.unwrapAll(nullable));
      default -> {
        // no variable in it
      }
    }
  }

  private void visit(ObjectValue value, GraphQLType type) {
    if (type instanceof GraphQLInputObjectType object) {
      for (ObjectField field : value.getObjectFields()) {
        visit(field.getValue(), object.getFieldDefinition(field.getName()).getType());
      }
    }
  }
}
