package org.boxtribute.server.graphql;

import graphql.GraphQL;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.schema.GraphQLSchema;
import java.util.concurrent.CompletableFuture;
import org.boxtribute.server.graphql.document.DocumentLimits;
import org.boxtribute.server.graphql.document.Documents;

/**
 * What requests of one API are executed with.
 *
 * @param engine executes the document that it finds in a request's context
 */
record ExecutableApi(GraphQLSchema schema, Documents documents, GraphQL engine) {

  static ExecutableApi of(GraphQLSchema schema, Strategies strategies, DocumentLimits limits) {
    return new ExecutableApi(
        schema,
        new Documents(schema, limits),
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
