package org.boxtribute.server.graphql.document;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.GraphQLError;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class DocumentsTests {
  private static final GraphQLSchema SCHEMA =
      new SchemaGenerator()
          .makeExecutableSchema(
              new SchemaParser()
                  .parse("type Query { tree: Tree } type Tree { name: String next: Tree }"),
              RuntimeWiring.MOCKED_WIRING);

  private final Documents documents =
      new Documents(SCHEMA, new DocumentLimits(4, 6, 2, 60, 10_000), TrustedDocuments.none());

  @Test
  void aValidDocumentIsPreparedOnce() {
    PreparsedDocumentEntry prepared = documents.prepared("{ tree { name } }");

    assertThat(prepared.hasErrors()).isFalse();
    assertThat(documents.prepared("{ tree { name } }")).isSameAs(prepared);
  }

  @Test
  void aSyntaxErrorIsKeptAsWell() {
    PreparsedDocumentEntry prepared = documents.prepared("{ tree {");

    assertThat(prepared.getErrors()).hasSize(1);
    assertThat(documents.prepared("{ tree {")).isSameAs(prepared);
  }

  @Test
  void anInvalidDocumentHasItsErrors() {
    assertThat(message("{ tree { height } }")).contains("height");
  }

  @Test
  void nestingIsLimited() {
    assertThat(message("{ tree { next { next { next { name } } } } }"))
        .isEqualTo("The operation is refused for being nested deeper than 4 fields.");
  }

  @Test
  void fieldsAreCountedOnceFragmentsAreSpread() {
    assertThat(message("{ tree { ...f next { ...f } } } fragment f on Tree { name next { name } }"))
        .isEqualTo("The operation is refused for being larger than 6 fields.");
  }

  @Test
  void aliasesAreCounted() {
    assertThat(message("{ tree { a: name b: name c: name } }"))
        .isEqualTo("The operation is refused for being using more than 2 aliases.");
  }

  @Test
  void tokensAreLimited() {
    assertThat(message("{ tree { " + "name ".repeat(60) + "} }")).contains("60");
  }

  @Test
  void eachLimitHasACode() {
    assertThat(code("{ tree { next { next { next { name } } } } }"))
        .isEqualTo("OPERATION_TOO_DEEP");
    assertThat(code("{ tree { ...f next { ...f } } } fragment f on Tree { name next { name } }"))
        .isEqualTo("OPERATION_TOO_LARGE");
    assertThat(code("{ tree { a: name b: name c: name } }")).isEqualTo("TOO_MANY_ALIASES");
    assertThat(code("{ tree { " + "name ".repeat(60) + "} }")).isEqualTo("DOCUMENT_TOO_LARGE");
    assertThat(code("{ __schema { types { fields { type { fields { name } } } } } }"))
        .isEqualTo("INTROSPECTION_TOO_DEEP");
  }

  private String message(String document) {
    return error(document).getMessage();
  }

  private @Nullable Object code(String document) {
    return Objects.requireNonNull(error(document).getExtensions()).get("code");
  }

  private GraphQLError error(String document) {
    return documents.prepared(document).getErrors().getFirst();
  }
}
