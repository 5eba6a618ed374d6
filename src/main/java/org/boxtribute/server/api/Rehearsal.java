package org.boxtribute.server.api;

import graphql.ExecutionResult;
import io.micronaut.configuration.graphql.GraphQLInvocationData;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.boxtribute.server.graphql.GraphQlEngine;
import org.boxtribute.server.graphql.GraphQlRequest;
import org.boxtribute.server.graphql.document.RequestedDocument;
import org.boxtribute.server.graphql.schema.Api;
import org.boxtribute.server.security.CurrentUser;

/** Runs queries that nobody sent, as those of clients are run, to have done it all once. */
@Singleton
public final class Rehearsal {
  private final GraphQlEngine engine;
  private final ResponseWriter writer;

  Rehearsal(GraphQlEngine engine, ResponseWriter writer) {
    this.engine = engine;
    this.writer = writer;
  }

  /**
   * Executes an operation of a document, which may only read, and writes the answer to nowhere.
   *
   * @return whether it was executed, and nothing went wrong
   */
  public boolean run(String document, String operation, CurrentUser user) {
    ExecutionResult result =
        engine
            .execute(
                Api.QUERY,
                new GraphQlRequest(
                    RequestedDocument.of(document),
                    new GraphQLInvocationData(document, operation, Map.of())),
                user,
                false,
                (_, _) -> () -> {})
            .result();
    try (OutputStream zip = new GZIPOutputStream(OutputStream.nullOutputStream())) {
      writer.write(result.toSpecification(), zip);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return result.isDataPresent() && result.getErrors().isEmpty();
  }
}
