package org.boxtribute.server.graphql.execution;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A result as clients see it: the order of its keys counts, that of its errors does not, for
 * strategies need not meet failures in the same. Where null rose, one error tells enough, and which
 * of them it is is left to the strategy.
 *
 * @param data as JSON
 * @param errors about values that are null themselves, as JSON each, sorted; and those without a
 *     path, unless null rose: they may be about what it took with it
 * @param risen where null rose to from the values that other errors are about
 */
public record ComparableResult(String data, List<String> errors, SortedSet<String> risen) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The result of an operation. */
  public static ComparableResult of(ExecutionResult result) {
    List<String> errors = new ArrayList<>();
    List<String> placeless = new ArrayList<>();
    SortedSet<String> risen = new TreeSet<>();
    for (GraphQLError error : result.getErrors()) {
      List<Object> path = error.getPath();
      if (path == null) {
        placeless.add(json(error.toSpecification()));
        continue;
      }
      List<Object> place = placeOfNull(result.getData(), path);
      if (place.size() < path.size()) {
        risen.add(place.toString());
      } else {
        errors.add(json(error.toSpecification()));
      }
    }
    if (risen.isEmpty()) {
      errors.addAll(placeless);
    }
    Collections.sort(errors);
    return new ComparableResult(json(result.getData()), errors, risen);
  }

  /** The part of a path that the data follow before there is nothing. */
  private static List<Object> placeOfNull(@Nullable Object data, List<Object> path) {
    Object value = data;
    for (int steps = 0; steps < path.size(); steps++) {
      if (value == null) {
        return path.subList(0, steps);
      }
      value =
          value instanceof List<?> list
              ? list.get((Integer) path.get(steps))
              : ((Map<?, ?>) value).get(path.get(steps));
    }
    return path;
  }

  private static String json(@Nullable Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
