package org.boxtribute.server.graphql.schema;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import graphql.language.EnumTypeDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.TypeName;
import graphql.language.UnionTypeDefinition;
import graphql.schema.DataFetcher;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.TypeResolver;
import graphql.schema.idl.EnumValuesProvider;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.TypeInfo;
import graphql.schema.idl.TypeRuntimeWiring;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.boxtribute.server.graphql.binding.ApiEnum;
import org.boxtribute.server.graphql.binding.Bindings;
import org.boxtribute.server.graphql.binding.FailuresAsData;
import org.boxtribute.server.graphql.binding.FieldBindings;
import org.boxtribute.server.graphql.error.Refusals;
import org.boxtribute.server.graphql.execution.BlockingFetcher;
import org.boxtribute.server.persistence.Transactions;

/**
 * The executable schemas: SDL files and bindings brought together. Each is assembled when it is
 * first asked for. Safe to share between threads.
 *
 * <p>Bindings that contradict each other fail at once. That bindings and SDL fit is shown by {@link
 * #requireComplete()}, which the build's tests call, so that no start has to.
 */
@Singleton
public final class Schemas {
  private static final Set<String> ROOTS = Set.of("Query", "Mutation");

  private final Map<Api, GraphQLSchema> schemas = new ConcurrentHashMap<>();
  private final Bindings bindings;
  private final SchemaFiles files;
  private final Refusals refusals;

  Schemas(List<FieldBindings> fieldBindings, Refusals refusals, Transactions transactions) {
    this.refusals = refusals;
    this.bindings = new Bindings(transactions);
    fieldBindings.forEach(fields -> fields.bind(bindings));
    this.files = SchemaFiles.of(fieldBindings);
  }

  /** The schema of an API. */
  public GraphQLSchema of(Api api) {
    return schemas.computeIfAbsent(api, this::assemble);
  }

  /** How the fields of all schemas are bound. */
  public Bindings bindings() {
    return bindings;
  }

  /**
   * Demands that every field of every schema is bound, and every binding used.
   *
   * @throws IllegalStateException naming each field, enumeration and type at fault
   */
  public void requireComplete() {
    Map<Api, GraphQLSchema> all = new EnumMap<>(Api.class);
    for (Api api : Api.values()) {
      all.put(api, of(api));
    }
    SchemaInspection.of(all, bindings).requireComplete();
  }

  private GraphQLSchema assemble(Api api) {
    TypeDefinitionRegistry definitions = files.definitions(api);
    return new SchemaGenerator().makeExecutableSchema(definitions, wiring(api, definitions));
  }

  private Map<String, DataFetcher<?>> fetchers(
      Api api, String type, TypeDefinitionRegistry definitions) {
    Map<String, DataFetcher<?>> fetchers = bindings.fetchersOf(bindingsName(api, type));
    if (ROOTS.contains(type)) {
      fieldsOf(type, definitions)
          .forEach(field -> giveFailuresAsData(field, definitions, fetchers));
    }
    return fetchers;
  }

  private static Stream<FieldDefinition> fieldsOf(String type, TypeDefinitionRegistry definitions) {
    return Stream.concat(
            Stream.ofNullable(definitions.getTypeOrNull(type, ObjectTypeDefinition.class)),
            definitions.objectTypeExtensions().getOrDefault(type, List.of()).stream())
        .map(ObjectTypeDefinition::getFieldDefinitions)
        .flatMap(Collection::stream);
  }

  /** Whether the failures of a root field are data follows from its type: a union has a place. */
  private void giveFailuresAsData(
      FieldDefinition field,
      TypeDefinitionRegistry definitions,
      Map<String, DataFetcher<?>> fetchers) {
    TypeInfo type = TypeInfo.typeInfo(field.getType());
    if (type.isList() || !(fetchers.get(field.getName()) instanceof BlockingFetcher fetcher)) {
      return;
    }
    Optional.ofNullable(definitions.getTypeOrNull(type.getName(), UnionTypeDefinition.class))
        .map(Schemas::members)
        .ifPresent(
            members ->
                fetchers.put(field.getName(), new FailuresAsData(fetcher, refusals, members)));
  }

  private static Set<String> members(UnionTypeDefinition union) {
    return union.getMemberTypes().stream()
        .map(member -> ((TypeName) member).getName())
        .collect(toSet());
  }

  private RuntimeWiring wiring(Api api, TypeDefinitionRegistry definitions) {
    RuntimeWiring.Builder wiring =
        RuntimeWiring.newRuntimeWiring().scalar(Scalars.DATETIME).scalar(Scalars.DATE);
    TypeResolver byClass = resolver();
    for (String type : definitions.types().keySet()) {
      Map<String, DataFetcher<?>> fetchers = fetchers(api, type, definitions);
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
