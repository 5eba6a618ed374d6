package org.boxtribute.server.released;

import graphql.GraphQLContext;
import graphql.execution.ValuesResolver;
import graphql.language.AstPrinter;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLDirective;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLImplementingType;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import graphql.schema.InputValueWithState;
import graphql.schema.idl.ScalarInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds what a schema has lost, or demands, since it was released. Additions break nobody. */
final class SchemaComparison {
  private final GraphQLSchema built;
  private final List<BreakingChange> changes = new ArrayList<>();

  private SchemaComparison(GraphQLSchema built) {
    this.built = built;
  }

  /** The changes that break clients of the released schema, in the order of its names. */
  static List<BreakingChange> breakingChanges(GraphQLSchema released, GraphQLSchema built) {
    SchemaComparison comparison = new SchemaComparison(built);
    released.getAllTypesAsList().stream()
        .filter(type -> !type.getName().startsWith("__"))
        .filter(type -> !ScalarInfo.isGraphqlSpecifiedScalar(type.getName()))
        .forEach(comparison::compareType);
    released.getDirectives().forEach(comparison::compareDirective);
    return comparison.changes;
  }

  private void compareType(GraphQLNamedType old) {
    String name = old.getName();
    GraphQLType type = built.getType(name);
    if (type == null) {
      add(name + " is removed", name);
      return;
    }
    if (!kind(old).equals(kind(type))) {
      add("%s is %s, was %s".formatted(name, kind(type), kind(old)), name);
      return;
    }
    if (old instanceof GraphQLFieldsContainer fields
        && type instanceof GraphQLFieldsContainer now) {
      compareFields(fields, now);
    }
    if (old instanceof GraphQLImplementingType parts
        && type instanceof GraphQLImplementingType now) {
      compareInterfaces(parts, now);
    }
    if (old instanceof GraphQLInputObjectType input && type instanceof GraphQLInputObjectType now) {
      compareInputs(input, now);
    }
    if (old instanceof GraphQLEnumType values && type instanceof GraphQLEnumType now) {
      for (GraphQLEnumValueDefinition value : values.getValues()) {
        if (now.getValue(value.getName()) == null) {
          add("%s.%s is removed".formatted(name, value.getName()), name);
        }
      }
    }
    if (old instanceof GraphQLUnionType union && type instanceof GraphQLUnionType now) {
      Map<String, ?> members = byName(now.getTypes());
      for (GraphQLNamedType member : union.getTypes()) {
        if (!members.containsKey(member.getName())) {
          add("%s is no %s any more".formatted(member.getName(), name), name, member.getName());
        }
      }
    }
  }

  private void compareInterfaces(GraphQLImplementingType old, GraphQLImplementingType now) {
    Map<String, ?> interfaces = byName(now.getInterfaces());
    for (GraphQLNamedType parent : old.getInterfaces()) {
      if (!interfaces.containsKey(parent.getName())) {
        add(
            "%s is no %s any more".formatted(old.getName(), parent.getName()),
            parent.getName(),
            old.getName());
      }
    }
  }

  private void compareFields(GraphQLFieldsContainer old, GraphQLFieldsContainer now) {
    for (GraphQLFieldDefinition field : old.getFieldDefinitions()) {
      String place = old.getName() + "." + field.getName();
      GraphQLFieldDefinition other = now.getFieldDefinition(field.getName());
      if (other == null) {
        add(place + " is removed", place);
        continue;
      }
      if (!fits(other.getType(), field.getType())) {
        add(changed(place, field.getType(), other.getType()), place);
      }
      compareArguments(place, field.getArguments(), other.getArguments());
    }
  }

  private void compareArguments(
      String place, List<GraphQLArgument> old, List<GraphQLArgument> arguments) {
    Map<String, GraphQLArgument> now = byName(arguments);
    Map<String, GraphQLArgument> before = byName(old);
    for (GraphQLArgument argument : old) {
      String coordinate = "%s(%s:)".formatted(place, argument.getName());
      GraphQLArgument other = now.get(argument.getName());
      if (other == null) {
        add(coordinate + " is removed", coordinate);
        continue;
      }
      compareInput(
          coordinate,
          place,
          argument.getType(),
          other.getType(),
          defaultOf(argument.getArgumentDefaultValue(), argument.getType()),
          defaultOf(other.getArgumentDefaultValue(), other.getType()));
    }
    for (GraphQLArgument argument : arguments) {
      if (!before.containsKey(argument.getName())
          && isDemanded(argument.getType(), argument.getArgumentDefaultValue())) {
        add("%s(%s:) is new and has to be given".formatted(place, argument.getName()), place);
      }
    }
  }

  private void compareInputs(GraphQLInputObjectType old, GraphQLInputObjectType now) {
    String name = old.getName();
    for (GraphQLInputObjectField field : old.getFieldDefinitions()) {
      String coordinate = name + "." + field.getName();
      GraphQLInputObjectField other = now.getFieldDefinition(field.getName());
      if (other == null) {
        add(coordinate + " is removed", name);
        continue;
      }
      compareInput(
          coordinate,
          name,
          field.getType(),
          other.getType(),
          defaultOf(field.getInputFieldDefaultValue(), field.getType()),
          defaultOf(other.getInputFieldDefaultValue(), other.getType()));
    }
    for (GraphQLInputObjectField field : now.getFieldDefinitions()) {
      if (old.getFieldDefinition(field.getName()) == null
          && isDemanded(field.getType(), field.getInputFieldDefaultValue())) {
        add("%s.%s is new and has to be given".formatted(name, field.getName()), name);
      }
    }
    if (now.isOneOf() && !old.isOneOf()) {
      add(name + " takes one field alone", name);
    }
  }

  /** Who leaves a value out is hit too where it has to be given, or has another default. */
  private void compareInput(
      String coordinate,
      String user,
      GraphQLType old,
      GraphQLType type,
      @Nullable String oldDefault,
      @Nullable String newDefault) {
    if (!fits(old, type)) {
      add(changed(coordinate, old, type), user);
    }
    if (oldDefault != null && !oldDefault.equals(newDefault)) {
      String now = newDefault == null ? "no default" : "the default " + newDefault;
      add("%s has %s, had %s".formatted(coordinate, now, oldDefault), user);
    }
  }

  private void compareDirective(GraphQLDirective old) {
    GraphQLDirective now = built.getDirective(old.getName());
    String name = "@" + old.getName();
    if (now == null) {
      add(name + " is removed", name);
      return;
    }
    old.validLocations().stream()
        .filter(place -> !now.validLocations().contains(place))
        .forEach(place -> add("%s is not allowed on %s any more".formatted(name, place), name));
    compareArguments(name, old.getArguments(), now.getArguments());
  }

  /**
   * Whether all values of a type have a place in another. What a client reads may become narrower,
   * never null where it could be; what it gives may be taken more widely.
   */
  private static boolean fits(GraphQLType values, GraphQLType place) {
    if (GraphQLTypeUtil.isNonNull(place)) {
      return GraphQLTypeUtil.isNonNull(values)
          && fits(GraphQLTypeUtil.unwrapOne(values), GraphQLTypeUtil.unwrapOne(place));
    }
    GraphQLType value = GraphQLTypeUtil.unwrapNonNull(values);
    if (place instanceof GraphQLList list) {
      return value instanceof GraphQLList other
          && fits(other.getWrappedType(), list.getWrappedType());
    }
    return nameOf(place).equals(nameOf(value));
  }

  private static boolean isDemanded(GraphQLInputType type, InputValueWithState defaultValue) {
    return GraphQLTypeUtil.isNonNull(type) && defaultValue.isNotSet();
  }

  private static @Nullable String defaultOf(InputValueWithState value, GraphQLInputType type) {
    return value.isNotSet()
        ? null
        : AstPrinter.printAst(
            ValuesResolver.valueToLiteral(value, type, GraphQLContext.getDefault(), Locale.ROOT));
  }

  private static String changed(String place, GraphQLType old, GraphQLType now) {
    return "%s is %s, was %s"
        .formatted(place, GraphQLTypeUtil.simplePrint(now), GraphQLTypeUtil.simplePrint(old));
  }

  private static String nameOf(GraphQLType type) {
    return type instanceof GraphQLNamedType named ? named.getName() : "";
  }

  private static String kind(GraphQLType type) {
    return switch (type) {
      case GraphQLObjectType object -> "an object";
      case GraphQLInterfaceType shared -> "an interface";
      case GraphQLUnionType union -> "a union";
      case GraphQLEnumType enumeration -> "an enumeration";
      case GraphQLInputObjectType input -> "an input";
      case GraphQLScalarType scalar -> "a scalar";
      default -> "unknown";
    };
  }

  private static <T extends GraphQLNamedSchemaElement> Map<String, T> byName(
      List<? extends T> elements) {
    return elements.stream()
        .collect(Collectors.toMap(GraphQLNamedSchemaElement::getName, Function.identity()));
  }

  private void add(String words, String... uses) {
    changes.add(new BreakingChange(words, uses));
  }
}
