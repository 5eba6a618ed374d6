package org.boxtribute.server.api;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How long the two sides of a connection may keep each other waiting.
 *
 * @param requestTimeLimit how long a client may take to send one request, from its first byte to
 *     its last
 * @param answerTimeLimit how long after a request's last byte its answer has to begin; longer than
 *     the time that its execution may take, so that it ends connections only where something else
 *     has gone wrong
 * @param readTimeLimit how long a client may pause within reading a large answer
 * @param shutdownTimeLimit how long the server may take to end: the requests that it has taken are
 *     finished within it; what only reads has half of it
 */
@ConfigurationProperties("boxtribute.http")
record HttpConfiguration(
    @Bindable(defaultValue = "60s") Duration requestTimeLimit,
    @Bindable(defaultValue = "90s") Duration answerTimeLimit,
    @Bindable(defaultValue = "2m") Duration readTimeLimit,
    @Bindable(defaultValue = "30s") Duration shutdownTimeLimit) {}
