package org.boxtribute.server.graphql.document;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import java.util.ArrayList;
import java.util.List;
import org.boxtribute.server.graphql.error.ClientError;
import org.boxtribute.server.graphql.error.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * Finds the documents that the requests of one API mean: trusted ones, those that clients have sent
 * before, and any other as far as the configuration allows. A client cannot choose what a hash
 * means for others, for it is that of the text.
 */
public final class DocumentSource {
  private final Documents documents;
  private final TrustedDocuments trusted;
  private final DocumentsConfiguration configuration;
  private final Cache<DocumentId, String> automatic;

  /** The documents of an API. */
  public DocumentSource(
      Documents documents, TrustedDocuments trusted, DocumentsConfiguration configuration) {
    this.documents = documents;
    this.trusted = trusted;
    this.configuration = configuration;
    // A document weighs enough for the number of documents to be bounded as their length is.
    int least = configuration.automaticCharacters() / Math.max(configuration.automaticCount(), 1);
    this.automatic =
        Caffeine.newBuilder()
            .maximumWeight(configuration.automaticCharacters())
            .weigher((DocumentId id, String text) -> Math.max(text.length(), least))
            .build();
  }

  /** What came of the search for a document. */
  public sealed interface Result {

    /**
     * The document is there, though it may be invalid.
     *
     * @param text as it was sent or registered
     */
    record Found(String text, PreparsedDocumentEntry document) implements Result {}

    /** No document of this id is known, or none is known by this kind of id. */
    record Unknown(ClientError error) implements Result {}

    /** The request is not answered with this document. */
    record Refused(ClientError error) implements Result {}
  }

  /** The document that a request means. */
  public Result find(RequestedDocument request) {
    String text = request.text();
    List<DocumentId> ids = new ArrayList<>(request.ids());
    if (text == null) {
      text = known(ids.removeFirst());
    }
    if (text == null) {
      return unknown(request);
    }
    for (DocumentId id : ids) {
      if (id instanceof DocumentId.Name && trusted.find(id) == null) {
        return unknown(request);
      }
      if (!fits(id, text)) {
        return mismatch();
      }
    }
    if (configuration.only() && !trusted.contains(text)) {
      return new Result.Refused(
          ClientError.of(
              ErrorCode.DOCUMENT_NOT_TRUSTED,
              "This server answers only documents that a front-end's build has registered."));
    }
    return new Result.Found(text, prepared(text, ids));
  }

  private @Nullable String known(DocumentId id) {
    String text = trusted.find(id);
    return text == null ? automatic.getIfPresent(id) : text;
  }

  private boolean fits(DocumentId id, String text) {
    return switch (id) {
      case DocumentId.Hash hash -> hash.equals(DocumentId.Hash.of(text));
      case DocumentId.Name name -> text.equals(trusted.find(name));
    };
  }

  /** A valid document that came with its hash is kept, so that the hash will do the next time. */
  private PreparsedDocumentEntry prepared(String text, List<DocumentId> ids) {
    PreparsedDocumentEntry document = documents.prepared(text);
    if (configuration.automatic() && !configuration.only() && !document.hasErrors()) {
      ids.stream()
          .filter(DocumentId.Hash.class::isInstance)
          .findFirst()
          .ifPresent(hash -> automatic.put(hash, text));
    }
    return document;
  }

  /** The messages are those that Apollo's clients look for. */
  private Result unknown(RequestedDocument request) {
    boolean supported = !request.automatic() || configuration.automatic() || configuration.only();
    return new Result.Unknown(
        supported
            ? ClientError.of(ErrorCode.PERSISTED_QUERY_NOT_FOUND, "PersistedQueryNotFound")
            : ClientError.of(
                ErrorCode.PERSISTED_QUERY_NOT_SUPPORTED, "PersistedQueryNotSupported"));
  }

  private static Result mismatch() {
    return new Result.Refused(
        ClientError.of(
            ErrorCode.DOCUMENT_ID_MISMATCH, "The document is another one than its id says."));
  }
}
