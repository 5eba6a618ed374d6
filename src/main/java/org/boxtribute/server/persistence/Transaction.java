package org.boxtribute.server.persistence;

import java.time.Instant;
import org.boxtribute.server.security.CurrentUser;
import org.jooq.DSLContext;

/**
 * A write under way. Repositories take it as a parameter, so that a method's signature tells
 * whether its statements belong to one.
 *
 * @param sql statements of this transaction
 * @param user who writes
 * @param now the one time that all rows of this transaction are stamped with, to the second
 * @param history what this transaction adds to the change history
 */
public record Transaction(DSLContext sql, CurrentUser user, Instant now, ChangeHistory history) {}
