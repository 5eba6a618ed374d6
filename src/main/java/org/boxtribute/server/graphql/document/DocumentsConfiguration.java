package org.boxtribute.server.graphql.document;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which documents the server answers.
 *
 * @param files the manifests of the front-ends' builds: the documents that are trusted
 * @param only whether all other documents are refused
 * @param automatic whether clients may send a document once, and then its hash alone
 * @param automaticCount how many documents of that kind are kept, for each API
 * @param automaticCharacters how many characters these have together
 */
@ConfigurationProperties("boxtribute.documents")
public record DocumentsConfiguration(
    @Nullable List<String> files,
    @Bindable(defaultValue = "false") boolean only,
    @Bindable(defaultValue = "true") boolean automatic,
    @Bindable(defaultValue = "1000") int automaticCount,
    @Bindable(defaultValue = "1000000") int automaticCharacters) {

  /** Where nothing is said, there are no manifests. */
  public DocumentsConfiguration {
    files = files == null ? List.of() : List.copyOf(files);
  }

  @Override
  public List<String> files() {
    return Objects.requireNonNull(files);
  }
}
