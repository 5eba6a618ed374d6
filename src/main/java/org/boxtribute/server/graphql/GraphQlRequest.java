package org.boxtribute.server.graphql;

import io.micronaut.configuration.graphql.GraphQLInvocationData;
import org.boxtribute.server.graphql.document.RequestedDocument;

/**
 * What a client sends.
 *
 * @param document which document is meant
 * @param invocation the variables and the operation's name; its query is not looked at
 */
public record GraphQlRequest(RequestedDocument document, GraphQLInvocationData invocation) {}
