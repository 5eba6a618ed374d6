/**
 * How SQL runs: the configuration that operators give, data sources, migrations, the SQL dialect,
 * the guard of the event loop, transactions and the change history. Knows no domain; the statements
 * themselves are in the repositories of the domain rooms. The generated classes of the schema are
 * in the package {@code schema} below this one; where a column holds an enumeration, it is one of
 * the room that the column belongs to.
 *
 * <p>A write is one {@link org.boxtribute.server.persistence.Transactions#run transaction}, which
 * the binding of its field opens: it locks the rows that its decision rests on, checks, sets, tells
 * the {@link org.boxtribute.server.persistence.ChangeHistory history} and stores. It may be run
 * again after a deadlock, so it has no effects but its statements. {@code CONTRIBUTING.md} has the
 * steps, under "A write".
 */
@NullMarked
package org.boxtribute.server.persistence;

import org.jspecify.annotations.NullMarked;
