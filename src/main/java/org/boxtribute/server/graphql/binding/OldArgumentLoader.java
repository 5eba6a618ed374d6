package org.boxtribute.server.graphql.binding;

import java.util.Map;
import java.util.Set;
import org.boxtribute.server.security.CurrentUser;

/**
 * A {@link OldLoader} for a field with arguments: the keys of a batch share one value of them, so
 * that a filter or a page within a list is still one statement a level.
 *
 * @param <A> the field's arguments, with value equality
 * @param <K> a key, see {@link OldLoader}
 * @param <V> the answer to one key, see {@link OldLoader}
 */
public interface OldArgumentLoader<A, K, V> {

  /** Looks all keys up under the same arguments; see {@link OldLoader#load}. */
  Map<K, V> load(A arguments, Set<K> keys, CurrentUser user);
}
