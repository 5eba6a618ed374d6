/**
 * Programs that the build runs: what generates the classes of the tables and what trains the JVM on
 * the packaged jar, each on an empty database of its own, what writes the schemas for clients, and
 * what tells of the tests. They may use the embedded database of the demo, nothing uses them, and
 * like the demo they are not in the jar.
 */
@NullMarked
package org.boxtribute.server.build;

import org.jspecify.annotations.NullMarked;
