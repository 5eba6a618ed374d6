package org.boxtribute.server.lambda;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * What Lambda allows.
 *
 * @param maxPayloadBytes how large an answer may be as the function returns it, which is JSON
 * @param timeMargin how long before Lambda would end it the execution of a request is ended, so
 *     that an answer is left to be written
 */
@ConfigurationProperties("boxtribute.function")
@Requires(env = "function")
record FunctionConfiguration(
    @Bindable(defaultValue = "6291556") int maxPayloadBytes,
    @Bindable(defaultValue = "1500ms") Duration timeMargin) {}
