/**
 * The AWS Lambda entry: events of API Gateway, function URLs and load balancers become requests of
 * the same controllers, filters and engine as the server's, without a transport in between. What
 * Lambda asks of a process is kept here too: answers that fit its payload, the time that is left,
 * and the checkpoint of SnapStart.
 *
 * <p>Micronaut's own adapter is not used: its beans replace those with which the server binds
 * arguments, and its events lose what a request's bytes were. See {@code docs/lambda.md}.
 */
@NullMarked
package org.boxtribute.server.lambda;

import org.jspecify.annotations.NullMarked;
