package org.boxtribute.server.graphql.execution;

import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherResult;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Values of any type that follow from a seed alone: the same seed gives both strategies the same
 * value, the same null at a place where it may not be, or the same failure.
 */
final class RandomValues {
  private static final int DISTINCT_ITEMS = 5;

  private final double trouble;
  private final Map<Item, Item> items = new ConcurrentHashMap<>();

  /**
   * Makes values.
   *
   * @param trouble how many of a hundred values are not what the schema promises
   */
  RandomValues(double trouble) {
    this.trouble = trouble / 100;
  }

  /** The source of an object; of few that are distinct, so that one occurs at many places. */
  record Item(String type, long seed) {}

  /** A fetcher's own failure. */
  static final class Trouble extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Trouble(long seed) {
      super("Trouble " + seed);
    }
  }

  /**
   * What a fetcher gives for a field.
   *
   * @throws Trouble if the seed says so
   */
  @Nullable Object of(GraphQLType type, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    if (random.nextDouble() >= trouble) {
      return value(type, random);
    }
    return switch (random.nextInt(6)) {
      case 0 -> throw new Trouble(seed);
      case 1 -> null;
      case 2 -> reported(seed, null);
      case 3 -> reported(seed, value(type, random));
      case 4 -> misfit(type);
      default -> withContext(seed, value(type, random));
    };
  }

  private @Nullable Object value(GraphQLType type, SplittableRandom random) {
    boolean nullable = !(type instanceof GraphQLNonNull);
    if (random.nextDouble() < (nullable ? 0.1 : trouble / 2)) {
      return null;
    }
    return switch (type) {
      case GraphQLNonNull nonNull -> value(nonNull.getWrappedType(), random);
      case GraphQLList list -> list(list.getWrappedType(), random);
      case GraphQLScalarType scalar -> scalar(scalar.getName(), random);
      case GraphQLEnumType color -> color.getValues().get(random.nextInt(3)).getName();
      default -> item(((GraphQLNamedType) type).getName(), random);
    };
  }

  private Object list(GraphQLType itemType, SplittableRandom random) {
    List<@Nullable Object> list = new ArrayList<>();
    int size = random.nextInt(4);
    for (int i = 0; i < size; i++) {
      Object value = value(itemType, random);
      list.add(random.nextDouble() < trouble / 2 ? reported(i, value) : value);
    }
    return switch (random.nextInt(4)) {
      case 0 -> list.toArray();
      case 1 -> Collections.unmodifiableCollection(list);
      default -> list;
    };
  }

  private static Object scalar(String name, SplittableRandom random) {
    int number = random.nextInt(1000);
    return switch (name) {
      case "Int" -> number;
      case "Float" -> number / 8.0;
      case "Boolean" -> number % 2 == 0;
      default -> "text " + number;
    };
  }

  private Item item(String type, SplittableRandom random) {
    List<String> possible =
        random.nextDouble() < trouble / 2 ? Orchard.OBJECTS : Orchard.possibleTypes(type);
    boolean isObject = Orchard.OBJECTS.contains(type);
    String itemType = isObject ? type : possible.get(random.nextInt(possible.size()));
    Item item = new Item(itemType, random.nextInt(DISTINCT_ITEMS));
    return items.computeIfAbsent(item, one -> one);
  }

  /** A value that the type cannot show, or nothing where it shows any. */
  private static @Nullable Object misfit(GraphQLType type) {
    return switch (type) {
      case GraphQLNonNull nonNull -> misfit(nonNull.getWrappedType());
      case GraphQLList list -> "no list";
      case GraphQLEnumType color -> "MAGENTA";
      case GraphQLScalarType scalar when scalar.getName().equals("Int") -> "no number";
      case GraphQLScalarType scalar when scalar.getName().equals("Float") -> "no number";
      default -> null;
    };
  }

  private static DataFetcherResult<Object> reported(long seed, @Nullable Object value) {
    return DataFetcherResult.newResult()
        .data(value)
        .error(GraphqlErrorBuilder.newError().message("Reported " + seed).build())
        .build();
  }

  private static DataFetcherResult<Object> withContext(long seed, @Nullable Object value) {
    return DataFetcherResult.newResult().data(value).localContext("context " + seed).build();
  }
}
