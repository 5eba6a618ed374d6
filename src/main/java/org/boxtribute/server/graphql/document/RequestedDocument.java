package org.boxtribute.server.graphql.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a request says which document it means: by the text, by ids, or by both.
 *
 * @param text null if there are only ids
 * @param ids all have to fit the document
 * @param automatic whether one of the ids is that of an automatic persisted query
 */
public record RequestedDocument(@Nullable String text, List<DocumentId> ids, boolean automatic) {

  /** What is meant by a text alone. */
  public static RequestedDocument of(String text) {
    return new RequestedDocument(text, List.of(), false);
  }
}
