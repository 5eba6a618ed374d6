package org.boxtribute.server.graphql;

import static java.util.stream.Collectors.toMap;

import graphql.schema.DataFetcher;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.TypeResolver;
import graphql.schema.idl.EnumValuesProvider;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.TypeRuntimeWiring;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.boxtribute.server.persistence.type.ApiEnum;

/**
 * The executable schemas: SDL files and bindings brought together. Creating this bean fails, and
 * with it the start, if the two do not fit; the message names every field that is at fault.
 */
@Singleton
public final class Schemas {
  private final Map<Api, GraphQLSchema> schemas = new EnumMap<>(Api.class);

  Schemas(List<FieldBindings> fieldBindings, Refusals refusals) {
    Bindings bindings = new Bindings(refusals);
    fieldBindings.forEach(fields -> fields.bind(bindings));
    for (Api api : Api.values()) {
      schemas.put(api, assemble(api, bindings));
    }
    SchemaInspection.of(schemas, bindings).requireComplete();
  }

  /** The schema of an API. */
  public GraphQLSchema of(Api api) {
    return Objects.requireNonNull(schemas.get(api));
  }

  private static GraphQLSchema assemble(Api api, Bindings bindings) {
    TypeDefinitionRegistry definitions = new TypeDefinitionRegistry();
    for (String file : api.files()) {
      definitions.merge(new SchemaParser().parse(read("graphql/" + file + ".graphqls")));
    }
    return new SchemaGenerator()
        .makeExecutableSchema(definitions, wiring(api, definitions, bindings));
  }

  private static RuntimeWiring wiring(
      Api api, TypeDefinitionRegistry definitions, Bindings bindings) {
    RuntimeWiring.Builder wiring =
        RuntimeWiring.newRuntimeWiring().scalar(Scalars.DATETIME).scalar(Scalars.DATE);
    TypeResolver byClass = resolver(bindings);
    for (String type : definitions.types().keySet()) {
      Map<String, DataFetcher<?>> fetchers = bindings.fetchersOf(bindingsName(api, type));
      wiring.type(TypeRuntimeWiring.newTypeWiring(type).dataFetchers(asRaw(fetchers)).build());
    }
    definitions
        .getTypes(graphql.language.InterfaceTypeDefinition.class)
        .forEach(type -> wiring.type(type.getName(), t -> t.typeResolver(byClass)));
    definitions
        .getTypes(graphql.language.UnionTypeDefinition.class)
        .forEach(type -> wiring.type(type.getName(), t -> t.typeResolver(byClass)));
    definitions
        .getTypes(graphql.language.EnumTypeDefinition.class)
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

  private static TypeResolver resolver(Bindings bindings) {
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

  private static String read(String resource) {
    try (InputStream stream = Schemas.class.getClassLoader().getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("There is no resource " + resource);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
