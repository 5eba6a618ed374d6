/**
 * Programs that the build runs, on an empty database that each makes for itself: what generates the
 * classes of the tables, and what trains the JVM on the packaged jar. They may use the embedded
 * database of the demo, nothing uses them, and like the demo they are not in the jar.
 */
@NullMarked
package org.boxtribute.server.build;

import org.jspecify.annotations.NullMarked;
