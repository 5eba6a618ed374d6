/**
 * How SQL runs: the configuration that operators give, data sources, the SQL dialect, the guard of
 * the event loop, transactions and the change history. Knows no domain; the statements themselves
 * are in the repositories of the domain rooms. The generated classes of the schema are in the
 * package {@code schema} below this one.
 */
@NullMarked
package org.boxtribute.server.persistence;

import org.jspecify.annotations.NullMarked;
