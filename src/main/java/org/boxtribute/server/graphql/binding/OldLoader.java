package org.boxtribute.server.graphql.binding;

import java.util.Map;
import java.util.Set;
import org.boxtribute.server.security.CurrentUser;

/**
 * One batched look-up: the keys of all rows of a level in, their answers out, by one statement.
 *
 * <p>A loader is a bean, shared by all requests and used by many threads at once. It runs blocking
 * code on the I/O executor. What it throws meets every key of the batch: a loader that guards its
 * rows as a whole does so by {@link org.boxtribute.server.security.Requirement#check} at its start.
 *
 * @param <K> a key with value equality; keys are never null, for a row without key is not asked for
 * @param <V> the answer to one key: a row, a value, or a list of them
 */
public interface OldLoader<K, V> {

  /**
   * Looks all keys up.
   *
   * @return the answers; a key that is missing has none, and its field becomes null or, where the
   *     binding says so, a default
   */
  Map<K, V> load(Set<K> keys, CurrentUser user);
}
