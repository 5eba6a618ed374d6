package org.boxtribute.server.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.GraphQL;
import graphql.schema.idl.FastSchemaGenerator;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/** The facts that the server is held against: the test resources in the folder {@code contract}. */
final class Contract {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Contract() {}

  /** A JSON file of the folder. */
  static JsonNode json(String file) {
    try (InputStream stream = open(file)) {
      return JSON.readTree(stream);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /**
   * What a schema of the folder answers to an introspection query, as a server of it would. It is
   * taken as it is: graphql-java's validation refuses fields that narrow an interface's union to
   * one of its members, where they are not null as well.
   */
  static JsonNode schema(String file, String introspection) {
    var types = new SchemaParser().parse(text(file));
    var asItIs = SchemaGenerator.Options.defaultOptions().withValidation(false);
    var schema =
        new FastSchemaGenerator().makeExecutableSchema(asItIs, types, RuntimeWiring.MOCKED_WIRING);
    var answer = GraphQL.newGraphQL(schema).build().execute(introspection);
    return JSON.valueToTree(answer.toSpecification()).at("/data/__schema");
  }

  /** The statements of a compressed dump of the folder. */
  static String dump(String file) {
    try (InputStream stream = new GZIPInputStream(open(file))) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String text(String file) {
    try (InputStream stream = open(file)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static InputStream open(String file) throws FileNotFoundException {
    InputStream stream = Contract.class.getResourceAsStream("/contract/" + file);
    if (stream == null) {
      throw new FileNotFoundException("There is no test resource contract/" + file);
    }
    return stream;
  }
}
