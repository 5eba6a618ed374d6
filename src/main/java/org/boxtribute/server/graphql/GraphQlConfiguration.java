package org.boxtribute.server.graphql;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * The limits that keep one request from taking the server from the others.
 *
 * @param maxConnections how many connections of the pool one request may hold at a time
 * @param maxDepth how deep the fields of a document may be nested
 * @param maxFields how many fields a document may have once its fragments are spread
 * @param maxAliases how many fields of a document may have an alias
 * @param maxTokens how many tokens a document may have
 * @param cachedCharacters how many characters the documents that are kept parsed and validated have
 *     together, for each API
 * @param timeLimit how long the execution of a request may take
 */
@ConfigurationProperties("boxtribute.graphql")
public record GraphQlConfiguration(
    @Bindable(defaultValue = "4") int maxConnections,
    @Bindable(defaultValue = "20") int maxDepth,
    @Bindable(defaultValue = "2000") int maxFields,
    @Bindable(defaultValue = "200") int maxAliases,
    @Bindable(defaultValue = "15000") int maxTokens,
    @Bindable(defaultValue = "4000000") int cachedCharacters,
    @Bindable(defaultValue = "60s") Duration timeLimit) {}
