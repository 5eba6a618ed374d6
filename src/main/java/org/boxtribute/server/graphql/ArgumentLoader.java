package org.boxtribute.server.graphql;

import java.util.Map;
import java.util.Set;

/**
 * A {@link Loader} for a field with arguments: the keys of a batch share one value of them, so that
 * a filter or a page within a list is still one statement a level.
 *
 * @param <A> the field's arguments, with value equality
 * @param <K> a key, see {@link Loader}
 * @param <V> the answer to one key, see {@link Loader}
 */
public interface ArgumentLoader<A, K, V> {

  /** Looks all keys up under the same arguments; see {@link Loader#load}. */
  Map<K, V> load(A arguments, Set<K> keys, RequestContext request);
}
