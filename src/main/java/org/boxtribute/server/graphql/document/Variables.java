package org.boxtribute.server.graphql.document;

import graphql.GraphQLContext;
import graphql.GraphQLError;
import graphql.execution.TypeFromAST;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.language.VariableDefinition;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.boxtribute.server.graphql.error.ClientError;
import org.boxtribute.server.graphql.error.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * Judges the variables of a request before it is executed. A fault names the variable with its
 * dollar sign, as the document does, and the part of its value that is at fault: {@code
 * $filter.states[1]}.
 */
public final class Variables {
  private static final int MAX_TOLD_CHARACTERS = 60;

  private final GraphQLSchema schema;
  private final Map<String, Object> values;
  private final List<GraphQLError> faults = new ArrayList<>();

  private Variables(GraphQLSchema schema, Map<String, Object> values) {
    this.schema = schema;
    this.values = values;
  }

  /** What is wrong with the values that an operation is given: one error for each variable. */
  public static List<GraphQLError> faults(
      GraphQLSchema schema,
      Document document,
      OperationDefinition operation,
      Map<String, Object> values) {
    Variables variables = new Variables(schema, values);
    Set<String> nulls = new HashSet<>();
    for (VariableDefinition definition : operation.getVariableDefinitions()) {
      variables.judge(definition);
      if (values.containsKey(definition.getName()) && values.get(definition.getName()) == null) {
        nulls.add(definition.getName());
      }
    }
    if (variables.faults.isEmpty() && !nulls.isEmpty()) {
      Set<String> misplaced = new NullUses(schema, document, nulls).misplacedIn(operation);
      operation.getVariableDefinitions().stream()
          .filter(definition -> misplaced.contains(definition.getName()))
          .forEach(definition -> variables.report(definition, "may not be null where it is used"));
    }
    return variables.faults;
  }

  private void judge(VariableDefinition definition) {
    String name = definition.getName();
    GraphQLType type = Objects.requireNonNull(typeOf(definition));
    if (values.containsKey(name)) {
      String fault = fault(type, values.get(name), "");
      if (fault != null) {
        report(definition, fault);
      }
    } else if (GraphQLTypeUtil.isNonNull(type) && definition.getDefaultValue() == null) {
      report(definition, "of type '" + GraphQLTypeUtil.simplePrint(type) + "' is missing");
    }
  }

  private @Nullable GraphQLType typeOf(VariableDefinition definition) {
    return TypeFromAST.getTypeFromAST(schema, definition.getType());
  }

  /** The fault begins with the part that it is about, if that is not the whole variable. */
  private void report(VariableDefinition definition, String fault) {
    boolean part = fault.startsWith(".") || fault.startsWith("[");
    faults.add(
        ClientError.of(
            ErrorCode.BAD_USER_INPUT,
            "The variable $" + definition.getName() + (part ? "" : " ") + fault + ".",
            definition.getSourceLocation()));
  }

  private static @Nullable String fault(GraphQLType type, @Nullable Object value, String part) {
    if (value == null) {
      return type instanceof GraphQLNonNull
          ? told(part, "of type '" + GraphQLTypeUtil.simplePrint(type) + "' may not be null")
          : null;
    }
    return switch (GraphQLTypeUtil.unwrapNonNull(type)) {
      case GraphQLList list -> faultInList(list.getWrappedType(), value, part);
      case GraphQLInputObjectType object -> faultInObject(object, value, part);
      case GraphQLScalarType scalar ->
          accepts(scalar, value) ? null : told(part, "is no " + scalar.getName() + shown(value));
      case GraphQLEnumType enumeration ->
          accepts(enumeration, value)
              ? null
              : told(part, "is no " + enumeration.getName() + shown(value));
      case GraphQLType other -> throw new IllegalStateException("No input type: " + other);
    };
  }

  private static @Nullable String faultInList(GraphQLType type, Object value, String part) {
    if (!(value instanceof Iterable<?> items)) {
      return fault(type, value, part);
    }
    int index = 0;
    for (Object item : items) {
      String fault = fault(type, item, part + "[" + index++ + "]");
      if (fault != null) {
        return fault;
      }
    }
    return null;
  }

  private static @Nullable String faultInObject(
      GraphQLInputObjectType type, Object value, String part) {
    if (!(value instanceof Map<?, ?> object)) {
      return told(part, "is no " + type.getName() + shown(value));
    }
    Set<String> unknown = new TreeSet<>();
    object.keySet().forEach(key -> unknown.add(String.valueOf(key)));
    for (GraphQLInputObjectField field : type.getFieldDefinitions()) {
      String name = field.getName();
      String fault =
          !unknown.remove(name) && field.hasSetDefaultValue()
              ? null
              : fault(field.getType(), object.get(name), part + "." + name);
      if (fault != null) {
        return fault;
      }
    }
    return unknown.isEmpty()
        ? null
        : told(
            part,
            "has a field '%s', which '%s' does not"
                .formatted(unknown.iterator().next(), type.getName()));
  }

  private static String told(String part, String fault) {
    return part.isEmpty() ? fault : part + " " + fault;
  }

  private static boolean accepts(GraphQLScalarType scalar, Object value) {
    try {
      scalar.getCoercing().parseValue(value, GraphQLContext.getDefault(), Locale.ROOT);
      return true;
    } catch (CoercingParseValueException refused) {
      return false;
    }
  }

  private static boolean accepts(GraphQLEnumType enumeration, Object value) {
    try {
      enumeration.parseValue(value, GraphQLContext.getDefault(), Locale.ROOT);
      return true;
    } catch (CoercingParseValueException refused) {
      return false;
    }
  }

  private static String shown(Object value) {
    String text = String.valueOf(value);
    return text.length() > MAX_TOLD_CHARACTERS ? "" : ": '" + text + "'";
  }
}
