/**
 * What keeps the service running and is asked for by no user of the web app: the exchange of
 * credentials for tokens, scheduled jobs, and the clients of the services that they call.
 */
@NullMarked
package org.boxtribute.server.operations;

import org.jspecify.annotations.NullMarked;
