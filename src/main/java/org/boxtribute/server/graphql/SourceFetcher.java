package org.boxtribute.server.graphql;

import org.boxtribute.server.security.CurrentUser;
import org.jspecify.annotations.Nullable;

/**
 * A fetcher whose value depends on the source object and the user alone, so that equal objects of
 * one selection need it once.
 */
interface SourceFetcher {

  /** The value of the field for one source object. */
  @Nullable Object valueOf(Object source, CurrentUser user);
}
