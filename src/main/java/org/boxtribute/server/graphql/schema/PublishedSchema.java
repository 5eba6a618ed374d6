package org.boxtribute.server.graphql.schema;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import graphql.GraphQL;
import graphql.introspection.IntrospectionQuery;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphqlTypeComparatorRegistry;
import graphql.schema.idl.MockedWiringFactory;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.ScalarInfo;
import graphql.schema.idl.ScalarWiringEnvironment;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.SchemaPrinter;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The schema of an API as the builds of clients read it. Its texts are the same for the same
 * schema, whatever machine writes them: everything is sorted by name, lines end with a line feed.
 * It answers no requests: for that there are {@link Schemas}.
 */
public final class PublishedSchema {
  private static final Set<String> OWN_SCALARS =
      Set.of(Scalars.DATE.getName(), Scalars.DATETIME.getName());

  private final GraphQLSchema schema;
  private final Set<String> ownDirectives;

  private PublishedSchema(TypeDefinitionRegistry definitions) {
    RuntimeWiring wiring =
        RuntimeWiring.newRuntimeWiring()
            .wiringFactory(new Unbound())
            .scalar(Scalars.DATETIME)
            .scalar(Scalars.DATE)
            .comparatorRegistry(GraphqlTypeComparatorRegistry.BY_NAME_REGISTRY)
            .build();
    this.schema = new SchemaGenerator().makeExecutableSchema(definitions, wiring);
    this.ownDirectives = Set.copyOf(definitions.getDirectiveDefinitions().keySet());
  }

  /** The schema of an API, from the files below a folder of compiled classes and resources. */
  public static PublishedSchema of(Api api, Path classes) {
    return new PublishedSchema(SchemaFiles.below(classes).definitions(api));
  }

  /** The schema that a text in the schema definition language declares. */
  public static PublishedSchema of(String sdl) {
    return new PublishedSchema(new SchemaParser().parse(sdl));
  }

  /** The schema itself; its fields read nothing. */
  public GraphQLSchema schema() {
    return schema;
  }

  /** The schema in the schema definition language, with its descriptions. */
  public String sdl() {
    return printed(schema, ownDirectives);
  }

  /** The answer to the standard introspection query, as JSON. */
  public String introspection() {
    Map<String, Object> answer =
        GraphQL.newGraphQL(schema)
            .build()
            .execute(IntrospectionQuery.INTROSPECTION_QUERY)
            .toSpecification();
    StringWriter json = new StringWriter();
    try (JsonGenerator generator = new JsonFactory().createGenerator(json)) {
      generator.setPrettyPrinter(
          new DefaultPrettyPrinter()
              .withObjectIndenter(new DefaultIndenter("  ", "\n"))
              .withArrayIndenter(new DefaultIndenter("  ", "\n")));
      write(answer, generator);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return json + "\n";
  }

  private static String printed(GraphQLSchema schema, Set<String> ownDirectives) {
    SchemaPrinter printer =
        new SchemaPrinter(
            SchemaPrinter.Options.defaultOptions()
                .includeScalarTypes(true)
                .includeDirectiveDefinition(ownDirectives::contains));
    return printer.print(schema).replace("\r\n", "\n").strip() + "\n";
  }

  private static void write(@Nullable Object value, JsonGenerator generator) throws IOException {
    switch (value) {
      case null -> generator.writeNull();
      case Map<?, ?> object -> {
        generator.writeStartObject();
        for (Map.Entry<?, ?> member : object.entrySet()) {
          generator.writeFieldName(String.valueOf(member.getKey()));
          write(member.getValue(), generator);
        }
        generator.writeEndObject();
      }
      case List<?> array -> {
        generator.writeStartArray();
        for (Object element : array) {
          write(element, generator);
        }
        generator.writeEndArray();
      }
      case Boolean truth -> generator.writeBoolean(truth);
      default -> generator.writeString(String.valueOf(value));
    }
  }

  /** Gives a schema all that it needs to be made, but no way to read anything. */
  private static final class Unbound extends MockedWiringFactory {

    @Override
    public boolean providesScalar(ScalarWiringEnvironment environment) {
      String name = environment.getScalarTypeDefinition().getName();
      return !ScalarInfo.isGraphqlSpecifiedScalar(name) && !OWN_SCALARS.contains(name);
    }
  }
}
