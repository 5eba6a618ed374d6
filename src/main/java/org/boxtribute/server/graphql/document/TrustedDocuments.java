package org.boxtribute.server.graphql.document;

import graphql.execution.preparsed.PreparsedDocumentEntry;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.document.Manifest.Entry;
import org.jspecify.annotations.Nullable;

/** The documents that the builds of the front-ends have registered, of all APIs. Immutable. */
public final class TrustedDocuments {
  private final List<Entry> entries;
  private final Map<DocumentId, String> byId = new HashMap<>();
  private final Set<String> texts = new HashSet<>();

  private TrustedDocuments(List<Entry> entries) {
    this.entries = entries;
    for (Entry entry : entries) {
      add(entry, entry.checkedId());
      add(entry, DocumentId.Hash.of(entry.text()));
      texts.add(entry.text());
    }
  }

  /** No documents. */
  public static TrustedDocuments none() {
    return new TrustedDocuments(List.of());
  }

  /**
   * The documents of all these files.
   *
   * @throws ManifestFault if a file cannot be read, an id is malformed or is the hash of another
   *     text, or two documents have the same id
   */
  public static TrustedDocuments of(List<String> files) {
    return new TrustedDocuments(
        files.stream().flatMap(file -> Manifest.read(file).stream()).toList());
  }

  /**
   * Demands that each document can be executed by at least one of these APIs.
   *
   * @throws ManifestFault naming a document that cannot, and what the first API says of it
   */
  public void requireValid(List<Documents> apis) {
    for (Entry entry : entries) {
      List<PreparsedDocumentEntry> prepared =
          apis.stream().map(api -> api.prepared(entry.text())).toList();
      if (prepared.stream().allMatch(PreparsedDocumentEntry::hasErrors)) {
        throw entry.fault(prepared.getFirst().getErrors().getFirst().getMessage());
      }
    }
  }

  boolean contains(String text) {
    return texts.contains(text);
  }

  /** The text of a document; null if there is none of this id. */
  @Nullable String find(DocumentId id) {
    return byId.get(id);
  }

  /** The texts of all documents. */
  Set<String> texts() {
    return Set.copyOf(texts);
  }

  private void add(Entry entry, DocumentId id) {
    String other = byId.putIfAbsent(id, entry.text());
    if (other != null && !other.equals(entry.text())) {
      throw entry.fault("another document has the same id");
    }
  }
}
