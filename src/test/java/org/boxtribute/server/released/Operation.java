package org.boxtribute.server.released;

import graphql.language.Argument;
import graphql.language.Directive;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import graphql.parser.Parser;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedType;
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
 * An operation of a client.
 *
 * @param name its name and the file that has it
 * @param uses the coordinates that it depends on: fields ({@code Box.comment}), arguments that it
 *     gives ({@code Query.box(id:)}), and the types of what it reads, gives and asks for by name
 */
record Operation(String name, Set<String> uses) {

  /** The operations of a file; what a schema does not have, they use in none of its versions. */
  static List<Operation> of(String file, String text, GraphQLSchema schema) {
    Document document = new Parser().parseDocument(text);
    return document.getDefinitionsOfType(OperationDefinition.class).stream()
        .map(
            operation ->
                new Operation(
                    "%s in %s"
                        .formatted(Objects.requireNonNullElse(operation.getName(), "{}"), file),
                    new Uses(schema, document).of(operation)))
        .toList();
  }

  boolean mayBreakBy(BreakingChange change) {
    return uses.containsAll(change.uses());
  }

  private static final class Uses {
    private final GraphQLSchema schema;
    private final Map<String, FragmentDefinition> fragments = new HashMap<>();
    private final Set<String> visited = new HashSet<>();
    private final Set<String> uses = new HashSet<>();

    Uses(GraphQLSchema schema, Document document) {
      this.schema = schema;
      document
          .getDefinitionsOfType(FragmentDefinition.class)
          .forEach(fragment -> fragments.put(fragment.getName(), fragment));
    }

    Set<String> of(OperationDefinition operation) {
      GraphQLCompositeType root =
          switch (operation.getOperation()) {
            case QUERY -> schema.getQueryType();
            case MUTATION -> schema.getMutationType();
            case SUBSCRIPTION -> schema.getSubscriptionType();
          };
      if (root != null) {
        uses.add(root.getName());
        visit(operation.getSelectionSet(), root);
      }
      return uses;
    }

    private void visit(@Nullable SelectionSet selections, @Nullable GraphQLCompositeType parent) {
      if (selections == null || parent == null) {
        return;
      }
      selections
          .getSelections()
          .forEach(
              selection -> {
                switch (selection) {
                  case Field field -> visit(field, parent);
                  case InlineFragment fragment -> {
                    visit(fragment.getDirectives());
                    TypeName type = fragment.getTypeCondition();
                    visit(fragment.getSelectionSet(), type == null ? parent : named(type));
                  }
                  case FragmentSpread spread -> {
                    visit(spread.getDirectives());
                    visit(Objects.requireNonNull(fragments.get(spread.getName())));
                  }
                  default -> throw new IllegalStateException("Unknown selection " + selection);
                }
              });
    }

    private void visit(FragmentDefinition fragment) {
      if (visited.add(fragment.getName())) {
        visit(fragment.getSelectionSet(), named(fragment.getTypeCondition()));
      }
    }

    private void visit(Field field, GraphQLCompositeType parent) {
      visit(field.getDirectives());
      GraphQLFieldDefinition definition =
          parent instanceof GraphQLFieldsContainer container
              ? container.getFieldDefinition(field.getName())
              : null;
      if (definition == null) {
        return;
      }
      String place = parent.getName() + "." + field.getName();
      uses.add(place);
      for (Argument given : field.getArguments()) {
        GraphQLArgument argument = definition.getArgument(given.getName());
        if (argument != null) {
          uses.add("%s(%s:)".formatted(place, given.getName()));
          visitInput(argument.getType());
        }
      }
      GraphQLType type = GraphQLTypeUtil.unwrapAll(definition.getType());
      uses.add(((GraphQLNamedType) type).getName());
      if (type instanceof GraphQLCompositeType composite) {
        visit(field.getSelectionSet(), composite);
      }
    }

    private void visit(List<Directive> directives) {
      directives.forEach(directive -> uses.add("@" + directive.getName()));
    }

    /** A variable may give all that its type has. */
    private void visitInput(GraphQLType type) {
      GraphQLNamedType named = (GraphQLNamedType) GraphQLTypeUtil.unwrapAll(type);
      if (uses.add(named.getName()) && named instanceof GraphQLInputObjectType input) {
        input.getFieldDefinitions().forEach(field -> visitInput(field.getType()));
      }
    }

    private @Nullable GraphQLCompositeType named(TypeName type) {
      uses.add(type.getName());
      return (GraphQLCompositeType) schema.getType(type.getName());
    }
  }
}
