/**
 * The demo: an embedded database, its data and a local token issuer, so that one command runs the
 * whole server. Never a part of a production artifact, and used by no other room.
 */
@NullMarked
package org.boxtribute.server.demo;

import org.jspecify.annotations.NullMarked;
