package org.boxtribute.server.graphql.binding;

import graphql.schema.DataFetcher;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A field as its room bound it. */
sealed interface BoundField extends DataFetcher<@Nullable Object>
    permits ValueFetcher, ArgumentValueFetcher, LoadFetcher, RootFetcher {

  /** Who may read or write the field, in words; nothing where it is open. */
  List<String> rules();
}
