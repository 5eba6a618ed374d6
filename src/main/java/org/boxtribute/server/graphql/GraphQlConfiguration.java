package org.boxtribute.server.graphql;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * What keeps one request from taking the server from the others, beside the limits of its {@link
 * org.boxtribute.server.graphql.document.DocumentLimits document}.
 *
 * @param maxConnections how many connections of the pool one request may hold at a time
 * @param timeLimit how long the execution of a request may take
 */
@ConfigurationProperties("boxtribute.graphql")
record GraphQlConfiguration(
    @Bindable(defaultValue = "4") int maxConnections,
    @Bindable(defaultValue = "60s") Duration timeLimit) {}
