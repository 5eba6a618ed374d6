package org.boxtribute.server.graphql.document;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** Reads the trusted documents. */
@Factory
final class TrustedDocumentsFactory {

  /** Those of the configured manifests. */
  @Singleton
  TrustedDocuments trustedDocuments(DocumentsConfiguration configuration) {
    if (configuration.only() && configuration.files().isEmpty()) {
      throw new ManifestFault(
          "Only trusted documents are to be answered, but no manifest says which these are");
    }
    return TrustedDocuments.of(configuration.files());
  }
}
