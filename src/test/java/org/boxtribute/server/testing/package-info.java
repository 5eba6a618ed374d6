/**
 * What tests of the API share: a server over a database with the demo data, users with any
 * permissions, and a client that speaks real HTTP.
 */
@NullMarked
package org.boxtribute.server.testing;

import org.jspecify.annotations.NullMarked;
