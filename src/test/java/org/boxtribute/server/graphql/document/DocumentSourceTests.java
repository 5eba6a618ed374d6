package org.boxtribute.server.graphql.document;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.boxtribute.server.graphql.document.DocumentSource.Result;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which document a request means, by its text and by ids. */
final class DocumentSourceTests {
  private static final String TRUSTED = "{ a }";
  private static final String OTHER = "{ a b: a }";
  private static final DocumentId NAME = new DocumentId.Name("trusted");

  @TempDir private Path folder;

  @Test
  void aDocumentIsFoundByItsNameAndByItsHash() throws IOException {
    DocumentSource source = source(false, true);

    assertThat(found(source, null, NAME)).isEqualTo(TRUSTED);
    assertThat(found(source, null, DocumentId.Hash.of(TRUSTED))).isEqualTo(TRUSTED);
    assertThat(found(source, TRUSTED, NAME, DocumentId.Hash.of(TRUSTED))).isEqualTo(TRUSTED);
    assertThat(found(source, null, NAME, DocumentId.Hash.of(TRUSTED))).isEqualTo(TRUSTED);
  }

  @Test
  void aTextThatDoesNotFitItsIdIsRefused() throws IOException {
    DocumentSource source = source(false, true);

    assertThat(found(source, OTHER, NAME)).isEqualTo("DOCUMENT_ID_MISMATCH");
    assertThat(found(source, OTHER, DocumentId.Hash.of(TRUSTED))).isEqualTo("DOCUMENT_ID_MISMATCH");
    assertThat(found(source, null, NAME, DocumentId.Hash.of(OTHER)))
        .isEqualTo("DOCUMENT_ID_MISMATCH");
  }

  @Test
  void anUnknownNameIsNotFoundEvenWithAText() throws IOException {
    DocumentSource source = source(false, true);

    assertThat(found(source, null, new DocumentId.Name("x")))
        .isEqualTo("PERSISTED_QUERY_NOT_FOUND");
    assertThat(found(source, OTHER, new DocumentId.Name("x")))
        .isEqualTo("PERSISTED_QUERY_NOT_FOUND");
  }

  @Test
  void aDocumentThatCameWithItsHashIsFoundByTheHashAfterwards() throws IOException {
    DocumentSource source = source(false, true);
    DocumentId hash = DocumentId.Hash.of(OTHER);

    assertThat(found(source, null, hash)).isEqualTo("PERSISTED_QUERY_NOT_FOUND");
    assertThat(found(source, OTHER, hash)).isEqualTo(OTHER);
    assertThat(found(source, null, hash)).isEqualTo(OTHER);
  }

  @Test
  void anInvalidDocumentIsNotKept() throws IOException {
    DocumentSource source = source(false, true);
    DocumentId hash = DocumentId.Hash.of("{ missing }");

    assertThat(found(source, "{ missing }", hash)).isEqualTo("{ missing }");
    assertThat(found(source, null, hash)).isEqualTo("PERSISTED_QUERY_NOT_FOUND");
  }

  @Test
  void nothingIsKeptWhereThatIsOff() throws IOException {
    DocumentSource source = source(false, false);
    DocumentId hash = DocumentId.Hash.of(OTHER);

    assertThat(found(source, OTHER, hash)).isEqualTo(OTHER);
    assertThat(found(source, null, hash)).isEqualTo("PERSISTED_QUERY_NOT_SUPPORTED");
    assertThat(found(source, null, DocumentId.Hash.of(TRUSTED))).isEqualTo(TRUSTED);
  }

  @Test
  void onlyTrustedDocumentsAreAnsweredWhereThatIsSaid() throws IOException {
    DocumentSource source = source(true, true);
    DocumentId hash = DocumentId.Hash.of(OTHER);

    assertThat(found(source, TRUSTED)).isEqualTo(TRUSTED);
    assertThat(found(source, null, NAME)).isEqualTo(TRUSTED);
    assertThat(found(source, OTHER)).isEqualTo("DOCUMENT_NOT_TRUSTED");
    assertThat(found(source, TRUSTED + " ")).isEqualTo("DOCUMENT_NOT_TRUSTED");
    assertThat(found(source, OTHER, hash)).isEqualTo("DOCUMENT_NOT_TRUSTED");
    assertThat(found(source, null, hash)).isEqualTo("PERSISTED_QUERY_NOT_FOUND");
  }

  @Test
  void manyDocumentsLeaveTheLastFew() throws IOException {
    DocumentSource source = source(false, true);

    IntStream.range(0, 100_000)
        .mapToObj(i -> "{ a%d: a }".formatted(i))
        .forEach(text -> found(source, text, DocumentId.Hash.of(text)));

    assertThat(found(source, null, NAME)).isEqualTo(TRUSTED);
    assertThat(
            IntStream.range(0, 100_000)
                .mapToObj(i -> DocumentId.Hash.of("{ a%d: a }".formatted(i)))
                .filter(id -> !found(source, null, id).equals("PERSISTED_QUERY_NOT_FOUND"))
                .count())
        .isBetween(1L, 10L);
  }

  private DocumentSource source(boolean only, boolean automatic) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("manifest.json"), "{\"trusted\": \"%s\"}".formatted(TRUSTED));
    TrustedDocuments trusted = TrustedDocuments.of(List.of(file.toString()));
    Documents documents =
        new Documents(
            new SchemaGenerator()
                .makeExecutableSchema(
                    new SchemaParser().parse("type Query { a: Int }"), RuntimeWiring.MOCKED_WIRING),
            new DocumentLimits(4, 6, 2, 60, 10_000),
            trusted);
    return new DocumentSource(
        documents,
        trusted,
        new DocumentsConfiguration(List.of(file.toString()), only, automatic, 10, 100_000));
  }

  private static String found(DocumentSource source, @Nullable String text, DocumentId... ids) {
    return switch (source.find(new RequestedDocument(text, List.of(ids), true))) {
      case Result.Found(String of, var document) -> of;
      case Result.Unknown(var error) -> error.code().name();
      case Result.Refused(var error) -> error.code().name();
    };
  }
}
