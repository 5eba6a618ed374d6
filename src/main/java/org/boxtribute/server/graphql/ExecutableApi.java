package org.boxtribute.server.graphql;

import graphql.GraphQL;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.schema.GraphQLSchema;
import java.util.concurrent.CompletableFuture;
import org.boxtribute.server.graphql.document.DocumentSource;
import org.boxtribute.server.graphql.document.Documents;
import org.boxtribute.server.graphql.document.DocumentsConfiguration;
import org.boxtribute.server.graphql.document.TrustedDocuments;

/**
 * What requests of one API are executed with.
 *
 * @param source finds the document that a request means
 * @param engine executes the document that it finds in a request's context
 */
record ExecutableApi(
    GraphQLSchema schema, Documents documents, DocumentSource source, GraphQL engine) {

  static ExecutableApi of(
      GraphQLSchema schema,
      Strategies strategies,
      Documents documents,
      TrustedDocuments trusted,
      DocumentsConfiguration configuration) {
    return new ExecutableApi(
        schema,
        documents,
        new DocumentSource(documents, trusted, configuration),
        GraphQL.newGraphQL(schema)
            .queryExecutionStrategy(strategies.query())
            .mutationExecutionStrategy(strategies.mutation())
            .preparsedDocumentProvider(
                (input, parse) ->
                    CompletableFuture.completedFuture(
                        input.getGraphQLContext().get(PreparsedDocumentEntry.class)))
            .build());
  }
}
