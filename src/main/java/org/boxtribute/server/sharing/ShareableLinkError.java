package org.boxtribute.server.sharing;

import java.time.Instant;
import org.boxtribute.server.graphql.error.UserError;

/** Why no link is created. */
public sealed interface ShareableLinkError extends UserError {

  /** The time is past, though it has to come. */
  record InvalidDateError(Instant date) implements ShareableLinkError {}
}
