package org.boxtribute.server.graphql.schema;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import graphql.language.EnumTypeDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.UnionTypeDefinition;
import graphql.schema.DataFetcher;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLNamedOutputType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import graphql.schema.TypeResolver;
import graphql.schema.idl.EnumValuesProvider;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.TypeRuntimeWiring;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.boxtribute.server.graphql.binding.ApiEnum;
import org.boxtribute.server.graphql.binding.Bindings;
import org.boxtribute.server.graphql.binding.FailuresAsData;
import org.boxtribute.server.graphql.binding.FieldBindings;
import org.boxtribute.server.graphql.error.Refusals;
import org.boxtribute.server.graphql.execution.BlockingFetcher;
import org.boxtribute.server.persistence.Transactions;

/**
 * The executable schemas: SDL files and bindings brought together. Creating this bean fails, and
 * with it the start, if the two do not fit; the message names every field that is at fault.
 */
@Singleton
public final class Schemas {
  private final Map<Api, GraphQLSchema> schemas = new EnumMap<>(Api.class);

  private final Bindings bindings;

  Schemas(List<FieldBindings> fieldBindings, Refusals refusals, Transactions transactions) {
    this.bindings = new Bindings(transactions);
    fieldBindings.forEach(fields -> fields.bind(bindings));
    SchemaFiles files = SchemaFiles.of(fieldBindings);
    for (Api api : Api.values()) {
      schemas.put(api, assemble(api, files.definitions(api), refusals));
    }
    SchemaInspection.of(schemas, bindings).requireComplete();
  }

  /** The schema of an API. */
  public GraphQLSchema of(Api api) {
    return Objects.requireNonNull(schemas.get(api));
  }

  /** How the fields of all schemas are bound. */
  public Bindings bindings() {
    return bindings;
  }

  private GraphQLSchema assemble(Api api, TypeDefinitionRegistry definitions, Refusals refusals) {
    GraphQLSchema schema =
        new SchemaGenerator().makeExecutableSchema(definitions, wiring(api, definitions));
    GraphQLCodeRegistry.Builder code =
        GraphQLCodeRegistry.newCodeRegistry(schema.getCodeRegistry());
    giveFailuresAsData(schema.getQueryType(), code, refusals);
    if (schema.getMutationType() != null) {
      giveFailuresAsData(schema.getMutationType(), code, refusals);
    }
    return schema.transform(changed -> changed.codeRegistry(code.build()));
  }

  /** Whether the failures of a root field are data follows from its type: a union has a place. */
  private static void giveFailuresAsData(
      GraphQLObjectType root, GraphQLCodeRegistry.Builder code, Refusals refusals) {
    for (GraphQLFieldDefinition field : root.getFieldDefinitions()) {
      FieldCoordinates place = FieldCoordinates.coordinates(root, field);
      if (GraphQLTypeUtil.unwrapNonNull(field.getType()) instanceof GraphQLUnionType union
          && code.getDataFetcher(place, field) instanceof BlockingFetcher fetcher) {
        Set<String> members =
            union.getTypes().stream().map(GraphQLNamedOutputType::getName).collect(toSet());
        code.dataFetcher(place, new FailuresAsData(fetcher, refusals, members));
      }
    }
  }

  private RuntimeWiring wiring(Api api, TypeDefinitionRegistry definitions) {
    RuntimeWiring.Builder wiring =
        RuntimeWiring.newRuntimeWiring().scalar(Scalars.DATETIME).scalar(Scalars.DATE);
    TypeResolver byClass = resolver();
    for (String type : definitions.types().keySet()) {
      Map<String, DataFetcher<?>> fetchers = bindings.fetchersOf(bindingsName(api, type));
      wiring.type(TypeRuntimeWiring.newTypeWiring(type).dataFetchers(asRaw(fetchers)).build());
    }
    definitions
        .getTypes(InterfaceTypeDefinition.class)
        .forEach(type -> wiring.type(type.getName(), t -> t.typeResolver(byClass)));
    definitions
        .getTypes(UnionTypeDefinition.class)
        .forEach(type -> wiring.type(type.getName(), t -> t.typeResolver(byClass)));
    definitions
        .getTypes(EnumTypeDefinition.class)
        .forEach(
            type -> {
              Class<? extends ApiEnum> constants = bindings.enumerations().get(type.getName());
              if (constants != null) {
                wiring.type(type.getName(), t -> t.enumValues(enumValues(constants)));
              }
            });
    return wiring.build();
  }

  static String bindingsName(Api api, String type) {
    return type.equals("Query") ? api.queryBindings() : type;
  }

  @SuppressWarnings("rawtypes") // as graphql-java's wiring wants them
  private static Map<String, DataFetcher> asRaw(Map<String, DataFetcher<?>> fetchers) {
    return Map.copyOf(fetchers);
  }

  private static EnumValuesProvider enumValues(Class<? extends ApiEnum> constants) {
    Map<String, ApiEnum> byName =
        Arrays.stream(constants.getEnumConstants())
            .collect(toMap(ApiEnum::apiName, Function.identity()));
    return byName::get;
  }

  private TypeResolver resolver() {
    return environment -> {
      Object value = Objects.requireNonNull(environment.<Object>getObject());
      String type = bindings.typeNameOf(value);
      if (type == null) {
        throw new IllegalStateException("No object type reads " + value.getClass());
      }
      GraphQLObjectType resolved = environment.getSchema().getObjectType(type);
      return Objects.requireNonNull(resolved);
    };
  }
}
