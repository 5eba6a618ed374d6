package org.boxtribute.server.graphql.execution;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A result as clients see it: the order of its keys counts, that of its errors does not, for
 * strategies need not meet failures in the same.
 *
 * @param data as JSON
 * @param errors as JSON each, sorted
 */
public record ComparableResult(String data, List<String> errors) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The result of an operation. */
  public static ComparableResult of(ExecutionResult result) {
    return new ComparableResult(
        json(result.getData()),
        result.getErrors().stream()
            .map(GraphQLError::toSpecification)
            .map(ComparableResult::json)
            .sorted()
            .toList());
  }

  private static String json(@Nullable Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
