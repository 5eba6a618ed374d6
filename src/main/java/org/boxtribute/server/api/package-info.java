/**
 * The HTTP edge: endpoints, the explorer, the front-end's files, cross-origin rules and error
 * bodies. Requests come in as bytes on the event loop and are read, answered and written on virtual
 * threads. A guard on each connection sees to it that no client waits for nothing, and that the
 * server ends in order. What is bound to Netty is left out where there is none, in a function.
 * Nothing here knows a domain.
 */
@NullMarked
package org.boxtribute.server.api;

import org.jspecify.annotations.NullMarked;
