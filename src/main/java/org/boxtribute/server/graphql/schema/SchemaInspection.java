package org.boxtribute.server.graphql.schema;

import graphql.schema.DataFetcher;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.boxtribute.server.graphql.binding.ApiEnum;
import org.boxtribute.server.graphql.binding.Bindings;
import org.boxtribute.server.graphql.binding.ValueFetcher;

/** Compares the schemas with the bindings, in both directions. */
final class SchemaInspection {
  private static final Map<String, Set<Class<?>>> SCALARS =
      Map.of(
          "ID", Set.of(Integer.class, String.class),
          "Int", Set.of(Integer.class, Long.class),
          "Float", Set.of(BigDecimal.class, Double.class, Float.class, Integer.class),
          "String", Set.of(String.class),
          "Boolean", Set.of(Boolean.class),
          "Datetime", Set.of(Instant.class),
          "Date", Set.of(LocalDate.class));

  private final Bindings bindings;
  private final Set<String> problems = new TreeSet<>();
  private final Set<String> usedFields = new HashSet<>();

  private SchemaInspection(Bindings bindings) {
    this.bindings = bindings;
  }

  static SchemaInspection of(Map<Api, GraphQLSchema> schemas, Bindings bindings) {
    SchemaInspection inspection = new SchemaInspection(bindings);
    schemas.forEach(inspection::inspect);
    inspection.reportUnusedBindings();
    return inspection;
  }

  /**
   * Demands that nothing is missing and nothing is left over.
   *
   * @throws IllegalStateException naming each field, enumeration and type at fault
   */
  void requireComplete() {
    if (!problems.isEmpty()) {
      throw new IllegalStateException(
          "The bindings do not fit the schemas:\n  " + String.join("\n  ", problems));
    }
  }

  private void inspect(Api api, GraphQLSchema schema) {
    for (GraphQLNamedType type : schema.getAllTypesAsList()) {
      if (type.getName().startsWith("__")) {
        continue;
      }
      switch (type) {
        case GraphQLObjectType object -> inspectFields(api, object);
        case GraphQLUnionType union -> inspectMembers(union);
        case GraphQLEnumType enumeration -> inspectValues(enumeration);
        default -> {
          // scalars, inputs and interfaces have nothing to bind
        }
      }
    }
  }

  private void inspectFields(Api api, GraphQLObjectType type) {
    String name = Schemas.bindingsName(api, type.getName());
    Map<String, DataFetcher<?>> fetchers = bindings.fetchersOf(name);
    for (GraphQLFieldDefinition field : type.getFieldDefinitions()) {
      DataFetcher<?> fetcher = fetchers.get(field.getName());
      if (fetcher == null) {
        problems.add(name + "." + field.getName() + " has no binding");
        continue;
      }
      usedFields.add(name + "." + field.getName());
      if (fetcher instanceof ValueFetcher<?> value && value.valueType() != null) {
        inspectColumn(name + "." + field.getName(), value.valueType(), field);
      }
    }
  }

  private void inspectColumn(String field, Class<?> column, GraphQLFieldDefinition definition) {
    GraphQLNamedType type = GraphQLTypeUtil.unwrapAllAs(definition.getType());
    boolean fits =
        switch (type) {
          case GraphQLScalarType scalar ->
              SCALARS.getOrDefault(scalar.getName(), Set.of()).contains(column);
          case GraphQLEnumType enumeration ->
              column.equals(bindings.enumerations().get(enumeration.getName()));
          default -> false;
        };
    if (!fits) {
      problems.add(field + " is a " + type.getName() + ", its column a " + column.getSimpleName());
    }
  }

  private void inspectMembers(GraphQLUnionType union) {
    union.getTypes().stream()
        .map(GraphQLNamedType::getName)
        .filter(member -> !bindings.objectTypes().contains(member))
        .forEach(member -> problems.add(union.getName() + " has the unbound member " + member));
  }

  private void inspectValues(GraphQLEnumType type) {
    Class<? extends ApiEnum> constants = bindings.enumerations().get(type.getName());
    if (constants == null) {
      problems.add("The enumeration " + type.getName() + " has no binding");
      return;
    }
    List<String> missing = new ArrayList<>();
    Arrays.stream(constants.getEnumConstants())
        .map(ApiEnum::apiName)
        .filter(name -> type.getValue(name) == null)
        .forEach(missing::add);
    if (!missing.isEmpty()) {
      problems.add("The enumeration " + type.getName() + " lacks " + missing);
    }
  }

  private void reportUnusedBindings() {
    Set<String> types = new HashSet<>(bindings.objectTypes());
    types.addAll(bindings.rootTypes());
    for (String type : types) {
      bindings.fetchersOf(type).keySet().stream()
          .map(field -> type + "." + field)
          .filter(field -> !usedFields.contains(field))
          .forEach(field -> problems.add(field + " is bound, but no schema has it"));
    }
  }
}
