package org.boxtribute.server.graphql.execution;

import graphql.GraphQLContext;
import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLOutputType;
import graphql.schema.LightDataFetcher;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.boxtribute.server.graphql.execution.RandomValues.Item;
import org.jspecify.annotations.Nullable;

/** Fetchers of all kinds that this package knows, or that answer at once, over the same values. */
final class RandomFetchers {
  private final RandomValues values;

  RandomFetchers(RandomValues values) {
    this.values = values;
  }

  /** A fetcher of some kind for a field. */
  DataFetcher<?> fetcher(
      String parentType, GraphQLFieldDefinition definition, SplittableRandom random) {
    Field field = new Field(definition.getName(), definition.getType());
    if (field.name.equals("place")) {
      return RandomFetchers::place;
    }
    if (field.name.equals("context")) {
      return environment -> String.valueOf(environment.<Object>getLocalContext());
    }
    boolean hasArguments = !definition.getArguments().isEmpty();
    if (parentType.equals("Mutation")) {
      return changing(plain(field));
    }
    return switch (random.nextInt(6)) {
      case 0 -> plain(field);
      case 1 -> new Light(field, values);
      case 2 -> parentType.equals("Query") ? new Blocking(field, values) : selectionAware(field);
      case 3, 4 -> new Batched(field, values);
      default -> hasArguments ? new Batched(field, values) : new OfSource(field, values);
    };
  }

  /** What tells one field of the schema from others. */
  private record Field(String name, GraphQLOutputType type) {

    Key of(Object source, Map<String, Object> arguments) {
      Item item = (Item) source;
      return new Key(
          type, Objects.hash(item.type(), item.seed(), name, new TreeMap<>(arguments).toString()));
    }
  }

  private record Key(GraphQLOutputType type, long seed) {
    @Nullable Object value(RandomValues values) {
      return values.of(type, seed);
    }
  }

  private static Key key(Field field, DataFetchingEnvironment environment) {
    return field.of(
        Objects.requireNonNull(environment.<Object>getSource()), environment.getArguments());
  }

  private DataFetcher<?> plain(Field field) {
    return environment -> placed(key(field, environment).value(values), environment);
  }

  /** The errors of a fetcher that knows where it is name the place. */
  private static @Nullable Object placed(
      @Nullable Object value, DataFetchingEnvironment environment) {
    if (!(value instanceof DataFetcherResult<?> result) || !result.hasErrors()) {
      return value;
    }
    return result.transform(
        placed ->
            placed
                .clearErrors()
                .error(GraphqlErrorBuilder.newError(environment).message("Placed").build()));
  }

  private DataFetcher<?> selectionAware(Field field) {
    return environment -> {
      Key key = key(field, environment);
      int selected =
          environment.getSelectionSet().getImmediateFields().size()
              + environment.getMergedField().getFields().size();
      return new Key(key.type, key.seed + selected).value(values);
    };
  }

  /** A mutation: what it gives depends on how many were done before. */
  private static DataFetcher<?> changing(DataFetcher<?> fetcher) {
    return environment -> {
      changes(environment.getGraphQlContext()).incrementAndGet();
      return fetcher.get(environment);
    };
  }

  private static AtomicInteger changes(GraphQLContext context) {
    return Objects.requireNonNull(context.<AtomicInteger>get(AtomicInteger.class));
  }

  /** All that an environment tells of where the field stands, and how many mutations were done. */
  private static String place(DataFetchingEnvironment environment) {
    StringBuilder place = new StringBuilder();
    for (var step = environment.getExecutionStepInfo(); step != null; step = step.getParent()) {
      place.append(step.getPath()).append(' ').append(step.simplePrint()).append(' ');
      place.append(step.getPath().isRootPath() ? "" : step.getArguments()).append('\n');
    }
    return place
        .append(environment.getParentType())
        .append(environment.getFieldType())
        .append(environment.getVariables())
        .append(changes(environment.getGraphQlContext()))
        .toString();
  }

  private record Light(Field field, RandomValues values)
      implements LightDataFetcher<@Nullable Object> {

    @Override
    public @Nullable Object get(
        GraphQLFieldDefinition definition,
        Object source,
        Supplier<DataFetchingEnvironment> environment) {
      Map<String, Object> arguments =
          definition.getArguments().isEmpty() ? Map.of() : environment.get().getArguments();
      return field.of(source, arguments).value(values);
    }

    @Override
    public @Nullable Object get(DataFetchingEnvironment environment) {
      return key(field, environment).value(values);
    }
  }

  private record Blocking(Field field, RandomValues values) implements BlockingFetcher {

    @Override
    public @Nullable Object fetch(SelectedField selected) {
      return field.of(DifferentialTests.ROOT, selected.arguments()).value(values);
    }
  }

  private record OfSource(Field field, RandomValues values)
      implements DataFetcher<@Nullable Object>, SourceFetcher {

    @Override
    @SuppressWarnings("NullAway") // the function's result is declared nullable
    public Function<Object, ? extends @Nullable Object> valuesFor(GraphQLContext context) {
      return source -> field.of(source, Map.of()).value(values);
    }

    @Override
    public @Nullable Object get(DataFetchingEnvironment environment) {
      return key(field, environment).value(values);
    }
  }

  /** Looks up the key itself, and makes the value of the answer; some keys have no answer. */
  private record Batched(Field field, RandomValues values) implements BatchedFetcher {

    static Map<Key, Object> answersOf(Set<?> keys) {
      Map<Key, Object> answers = new HashMap<>();
      for (Object key : keys) {
        if (((Key) key).seed % 7 != 0) {
          answers.put((Key) key, key);
        }
      }
      return answers;
    }

    private @Nullable Object shown(@Nullable Object answer) {
      return answer == null ? null : ((Key) answer).value(values);
    }

    private static @Nullable Key keyOrNone(Key key) {
      if (key.seed % 11 == 0) {
        throw new RandomValues.Trouble(key.seed);
      }
      return key.seed % 5 == 0 ? null : key;
    }

    @Override
    public LookUp lookUpFor(SelectedField selected) {
      Map<String, Object> arguments = selected.arguments();
      return new LookUp() {

        @Override
        public Source source() {
          return Batches.INSTANCE;
        }

        @Override
        public @Nullable Object keyOf(Object source) {
          return keyOrNone(field.of(source, arguments));
        }

        @Override
        public @Nullable Object valueOf(@Nullable Object answer) {
          return shown(answer);
        }
      };
    }
  }

  private enum Batches implements BatchedFetcher.Source {
    INSTANCE;

    @Override
    public Map<Object, Object> answers(Set<Object> keys) {
      return new HashMap<>(Batched.answersOf(keys));
    }

    @Override
    public Object identity() {
      return this;
    }
  }
}
