package org.boxtribute.server.graphql.execution;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A fetcher that looks its values up by keys, in one batch for all source objects of a level. Its
 * value depends on the source object, the arguments and the request alone.
 */
public interface BatchedFetcher extends DataFetcher<@Nullable Object> {

  /** Prepares the look-ups of a field of a selection, for the time of one request. */
  LookUp lookUpFor(SelectedField field);

  /** As graphql-java's own strategies fetch: with a data loader. */
  @Override
  default @Nullable Object get(DataFetchingEnvironment environment) {
    return DataLoaderAdapter.of(environment).load(this, environment);
  }

  /** How a field of a selection looks its values up. */
  interface LookUp {

    /** Fields of one level with equal sources share a batch, and answers are kept for each. */
    Source source();

    /** The key of a source object, or null for an object that needs no look-up. */
    @Nullable Object keyOf(Object sourceObject);

    /** The field's value for an answer; null stands for no answer or no key. */
    @Nullable Object valueOf(@Nullable Object answer);
  }

  /** What answers keys. */
  interface Source {

    /**
     * Answers keys, blocking.
     *
     * @return the answers; a key may lack one
     */
    Map<Object, Object> answers(Set<Object> keys) throws Exception;

    /** What tells this source from others within one request. */
    Object identity();
  }
}
