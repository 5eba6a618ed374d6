package org.boxtribute.server.graphql.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a front-end's build has registered. */
final class TrustedDocumentsTests {
  private static final String TEXT = "query A { a }";
  private static final String DIGITS = DocumentId.Hash.of(TEXT).digits();

  @TempDir private Path folder;

  @Test
  void theHashOfADocumentIsThatOfTheDraftsExample() {
    assertThat(
            DocumentId.Hash.of("query ($id: ID!) {\n  user(id: $id) {\n    name\n  }\n}").digits())
        .isEqualTo("7dba4bd717b41f10434822356a93c32b1fb4907b983e854300ad839f84cdcd6e");
  }

  @Test
  void aManifestOfCodeGeneratorIsRead() throws IOException {
    TrustedDocuments trusted = trusted("{\"%s\": \"%s\"}".formatted(DIGITS, TEXT));

    assertThat(trusted.find(DocumentId.of(DIGITS))).isEqualTo(TEXT);
    assertThat(trusted.find(DocumentId.of("sha256:" + DIGITS.toUpperCase(java.util.Locale.ROOT))))
        .isEqualTo(TEXT);
    assertThat(trusted.contains(TEXT)).isTrue();
  }

  @Test
  void aManifestOfApolloIsRead() throws IOException {
    TrustedDocuments trusted =
        trusted(
            """
            {"format": "apollo-persisted-query-manifest", "version": 1, "operations": [
              {"id": "%s", "body": "%s", "name": "A", "type": "query", "clientName": null}]}
            """
                .formatted(DIGITS, TEXT));

    assertThat(trusted.find(DocumentId.of(DIGITS))).isEqualTo(TEXT);
  }

  @Test
  void aDocumentWithANameIsFoundByItsHashToo() throws IOException {
    TrustedDocuments trusted = trusted("{\"boxes-1\": \"%s\"}".formatted(TEXT));

    assertThat(trusted.find(new DocumentId.Name("boxes-1"))).isEqualTo(TEXT);
    assertThat(trusted.find(DocumentId.Hash.of(TEXT))).isEqualTo(TEXT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[] | neither an object of ids and documents",
        "{\"a\": 1.5} | neither an object of ids and documents",
        "{\"a\": {}} | neither an object of ids and documents",
        "{\"a\": \"{ a }\"} 2 | neither an object of ids and documents",
        "{\"operations\": [\"a\"]} | neither an object of ids and documents",
        "{\"a\": | not JSON",
        "{\"a\": \"{ a }\", \"a\": \"{ b }\"} | not JSON: Duplicate field 'a'",
        "{} | there are no documents in it",
        "{\"operations\": []} | not a manifest of the format apollo-persisted-query-manifest",
        "{\"format\": \"apollo-persisted-query-manifest\", \"version\": 2, \"operations\": []}"
            + " | not a manifest of the format apollo-persisted-query-manifest, version 1",
        "{\"format\": \"apollo-persisted-query-manifest\", \"version\": 1,"
            + " \"operations\": [{\"id\": \"a\"}]} | an operation has no id, or no body",
        "{\"\": \"{ a }\"} | document : the id is neither a hash nor a name",
        "{\"sha256:12\": \"{ a }\"} | document sha256:12: the id is neither a hash nor a name",
        "{\"7dba4bd717b41f10434822356a93c32b1fb4907b983e854300ad839f84cdcd6e\": \"{ a }\"}"
            + " | the id is not the SHA-256 of the document"
      })
  void aManifestAtFaultIsToldInOneLine(String manifest, String message) {
    assertThatThrownBy(() -> trusted(manifest))
        .isInstanceOf(ManifestFault.class)
        .hasMessageStartingWith(folder.resolve("manifest.json").toString())
        .hasMessageContaining(message)
        .satisfies(fault -> assertThat(fault.getMessage()).doesNotContain("\n"));
  }

  @Test
  void aFileThatIsNotThereIsTold() {
    assertThatThrownBy(() -> TrustedDocuments.of(List.of("/nowhere/documents.json")))
        .hasMessage("/nowhere/documents.json: there is no such file");
    assertThatThrownBy(() -> TrustedDocuments.of(List.of(folder.toString())))
        .hasMessage(folder + ": the file cannot be read");
  }

  @Test
  void twoFrontEndsMayShareADocumentButNotAnId() throws IOException {
    Path one = Files.writeString(folder.resolve("one.json"), "{\"a\": \"{ a }\"}");
    Path same = Files.writeString(folder.resolve("same.json"), "{\"a\": \"{ a }\"}");
    Path other = Files.writeString(folder.resolve("other.json"), "{\"a\": \"{ b }\"}");

    assertThat(TrustedDocuments.of(List.of(one.toString(), same.toString())).texts()).hasSize(1);
    assertThatThrownBy(() -> TrustedDocuments.of(List.of(one.toString(), other.toString())))
        .hasMessage(other + ": document a: another document has the same id");
  }

  @Test
  void eachDocumentHasToFitAnApi() throws IOException {
    TrustedDocuments trusted = trusted("{\"a\": \"{ a }\", \"b\": \"{ b }\"}");
    Documents withA = documents("type Query { a: Int }");
    Documents withB = documents("type Query { b: Int }");

    trusted.requireValid(List.of(withA, withB));
    assertThatThrownBy(() -> trusted.requireValid(List.of(withA)))
        .isInstanceOf(ManifestFault.class)
        .hasMessageContaining("manifest.json: document b: ")
        .hasMessageContaining("'b' in type 'Query' is undefined");
  }

  @Test
  void aDocumentOverALimitIsTold() throws IOException {
    TrustedDocuments trusted = trusted("{\"a\": \"{ t { t { t { t { a } } } } }\"}");

    assertThatThrownBy(
            () -> trusted.requireValid(List.of(documents("type Query { t: Query a: Int }"))))
        .hasMessageContaining("refused for being nested deeper than 4 fields");
  }

  @Test
  void aTrustedDocumentIsNeverEvicted() throws IOException {
    TrustedDocuments trusted = trusted("{\"a\": \"%s\"}".formatted(TEXT));
    Documents documents =
        new Documents(schema("type Query { a: Int }"), new DocumentLimits(4, 6, 2, 60, 1), trusted);
    Object prepared = documents.prepared(TEXT);

    for (int i = 0; i < 1000; i++) {
      documents.prepared("{ a%d: a }".formatted(i));
    }

    assertThat(documents.prepared(TEXT)).isSameAs(prepared);
  }

  private TrustedDocuments trusted(String manifest) throws IOException {
    Path file = Files.writeString(folder.resolve("manifest.json"), manifest);
    return TrustedDocuments.of(List.of(file.toString()));
  }

  private static Documents documents(String sdl) {
    return new Documents(
        schema(sdl), new DocumentLimits(4, 6, 2, 60, 10_000), TrustedDocuments.none());
  }

  private static GraphQLSchema schema(String sdl) {
    return new SchemaGenerator()
        .makeExecutableSchema(new SchemaParser().parse(sdl), RuntimeWiring.MOCKED_WIRING);
  }
}
