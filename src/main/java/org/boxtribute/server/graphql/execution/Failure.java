package org.boxtribute.server.graphql.execution;

import graphql.GraphQLError;
import graphql.schema.CoercingSerializeException;
import graphql.schema.GraphQLOutputType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stands in the place of a value that could not be had, or not without errors. It becomes an error
 * at each place of the response where it stands.
 */
sealed interface Failure {

  /** What the strategy makes the error for. */
  sealed interface Unexplained extends Failure {}

  /** The fetcher, or the look-up that it waited for, threw. */
  record Thrown(Throwable cause) implements Unexplained {}

  /** The fetcher gave errors of its own beside a value, which may be null or a failure too. */
  record Reported(List<GraphQLError> errors, @Nullable Object value) implements Failure {}

  /** The value is null where the schema forbids it. */
  record NullInNonNull() implements Unexplained {
    static final NullInNonNull INSTANCE = new NullInNonNull();
  }

  /** The scalar or enumeration does not know the value. */
  record NotSerializable(CoercingSerializeException cause) implements Unexplained {}

  /** The value of a list type is no list. */
  record NoList(GraphQLOutputType type) implements Unexplained {}

  /** The object type of the value cannot be told. */
  record UnresolvedType(graphql.execution.UnresolvedTypeException cause) implements Unexplained {}
}
