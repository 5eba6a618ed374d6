package org.boxtribute.server.graphql.execution;

import graphql.GraphQLError;
import graphql.schema.CoercingSerializeException;
import graphql.schema.GraphQLOutputType;
import java.util.List;

/**
 * Stands in the place of a value that could not be had. It becomes an error at each place of the
 * response where it stands.
 */
sealed interface Failure {

  /** The fetcher, or the look-up that it waited for, threw. */
  record Thrown(Throwable cause) implements Failure {}

  /** The fetcher gave errors of its own, and no value. */
  record Reported(List<GraphQLError> errors) implements Failure {}

  /** The value is null where the schema forbids it. */
  record NullInNonNull() implements Failure {
    static final NullInNonNull INSTANCE = new NullInNonNull();
  }

  /** The scalar or enumeration does not know the value. */
  record NotSerializable(CoercingSerializeException cause) implements Failure {}

  /** The value of a list type is no list. */
  record NoList(GraphQLOutputType type) implements Failure {}

  /** The object type of the value cannot be told. */
  record UnresolvedType(graphql.execution.UnresolvedTypeException cause) implements Failure {}
}
