package org.boxtribute.server.graphql.document;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * How large documents may be.
 *
 * @param maxDepth how deep the fields of a document may be nested
 * @param maxFields how many fields a document may have once its fragments are spread
 * @param maxAliases how many fields of a document may have an alias
 * @param maxTokens how many tokens a document may have
 * @param cachedCharacters how many characters the documents that are kept parsed and validated have
 *     together, for each API
 */
@ConfigurationProperties("boxtribute.graphql")
public record DocumentLimits(
    @Bindable(defaultValue = "20") int maxDepth,
    @Bindable(defaultValue = "2000") int maxFields,
    @Bindable(defaultValue = "200") int maxAliases,
    @Bindable(defaultValue = "15000") int maxTokens,
    @Bindable(defaultValue = "4000000") int cachedCharacters) {}
