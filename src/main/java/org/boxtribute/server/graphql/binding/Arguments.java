package org.boxtribute.server.graphql.binding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.boxtribute.server.graphql.error.BadUserInput;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a field, or the fields of an input object, by name and with their Java types.
 * Values were coerced by the schema before: what is read here has the type that the SDL declares.
 */
public final class Arguments {
  private final Map<String, Object> values;
  private final Predicate<String> selection;

  Arguments(Map<String, Object> values, Predicate<String> selection) {
    this.values = values;
    this.selection = selection;
  }

  /** Whether the client gave a value, be it null. */
  public boolean gives(String name) {
    return values.containsKey(name);
  }

  /**
   * The id of a row, from an argument of the type ID.
   *
   * @throws BadUserInput if it is missing, null or no number that an id can be
   */
  public int id(String name) {
    String text = text(name);
    if (text == null) {
      throw new BadUserInput("The argument '" + name + "' is required.");
    }
    return parseId(name, text);
  }

  /** As {@link #id}, or null where the client gave none. */
  public @Nullable Integer optionalId(String name) {
    String text = text(name);
    return text == null ? null : parseId(name, text);
  }

  /**
   * The ids of rows, from a required argument that is a list of texts.
   *
   * @throws BadUserInput if one is no number that an id can be
   */
  public List<Integer> ids(String name) {
    return requiredTexts(name).stream().map(text -> parseId(name, text)).toList();
  }

  /** A text, or null where the client gave none. */
  public @Nullable String text(String name) {
    return value(name, String.class);
  }

  /** A text of a required argument. */
  public String requiredText(String name) {
    return required(name, text(name));
  }

  /**
   * A text as a column is to hold it, or null where the client gave none.
   *
   * @throws BadUserInput if it is too long for the column
   */
  public @Nullable String text(String name, TableField<?, String> column) {
    String text = text(name);
    return text == null ? null : Texts.fitting(text, name, column);
  }

  /** As {@link #text(String, TableField)}, of a required argument. */
  public String requiredText(String name, TableField<?, String> column) {
    return Texts.fitting(requiredText(name), name, column);
  }

  /** As {@link #text(String, TableField)}, for each of a list of texts. */
  public @Nullable List<String> texts(String name, TableField<?, String> column) {
    List<String> texts = texts(name);
    return texts == null
        ? null
        : texts.stream().map(text -> Texts.fitting(text, name, column)).toList();
  }

  /** Texts of a required argument. */
  public List<String> requiredTexts(String name) {
    return required(name, texts(name));
  }

  /** Texts, or null where the client gave none. */
  public @Nullable List<String> texts(String name) {
    return list(name, String.class);
  }

  /** A whole number, or null where the client gave none. */
  public @Nullable Integer integer(String name) {
    return value(name, Integer.class);
  }

  /** A whole number of a required argument. */
  public int requiredInteger(String name) {
    return required(name, integer(name));
  }

  /** Whole numbers, or null where the client gave none. */
  public @Nullable List<Integer> integers(String name) {
    return list(name, Integer.class);
  }

  /** Whole numbers of a required argument. */
  public List<Integer> requiredIntegers(String name) {
    return required(name, integers(name));
  }

  /** A number, or null where the client gave none. */
  public @Nullable Double decimal(String name) {
    return value(name, Double.class);
  }

  /** A truth value, or null where the client gave none. */
  public @Nullable Boolean flag(String name) {
    return value(name, Boolean.class);
  }

  /** Whether the client gave this truth value as true. */
  public boolean isTrue(String name) {
    return Boolean.TRUE.equals(flag(name));
  }

  /** A day, or null where the client gave none. */
  public @Nullable LocalDate date(String name) {
    return value(name, LocalDate.class);
  }

  /** A time, or null where the client gave none. */
  public @Nullable Instant time(String name) {
    return value(name, Instant.class);
  }

  /** A time of a required argument. */
  public Instant requiredTime(String name) {
    return required(name, time(name));
  }

  /** A value of an enumeration, or null where the client gave none. */
  public <E extends Enum<E>> @Nullable E choice(String name, Class<E> constants) {
    return value(name, constants);
  }

  /** A value of an enumeration, of a required argument. */
  public <E extends Enum<E>> E requiredChoice(String name, Class<E> constants) {
    return required(name, choice(name, constants));
  }

  /** Values of an enumeration, or null where the client gave none. */
  public <E extends Enum<E>> @Nullable List<E> choices(String name, Class<E> constants) {
    return list(name, constants);
  }

  /** The fields of an input object, or null where the client gave none. */
  public @Nullable Arguments input(String name) {
    Map<String, Object> fields = inputFields(values.get(name));
    return fields == null ? null : new Arguments(fields, selection);
  }

  /**
   * The fields of an input object that the field cannot do without.
   *
   * @throws BadUserInput if it is missing or null, which some of the schema's types allow
   */
  public Arguments requiredInput(String name) {
    return required(name, input(name));
  }

  /** The input objects of a list, or null where the client gave none. */
  public @Nullable List<Arguments> inputs(String name) {
    List<?> objects = value(name, List.class);
    return objects == null
        ? null
        : objects.stream()
            .map(object -> new Arguments(Objects.requireNonNull(inputFields(object)), selection))
            .toList();
  }

  /** The input objects of a list that the field cannot do without. */
  public List<Arguments> requiredInputs(String name) {
    return required(name, inputs(name));
  }

  /**
   * Whether the client asks for a field below this one.
   *
   * @param path its name, or names separated by slashes
   */
  public boolean selects(String path) {
    return selection.test(path);
  }

  private static int parseId(String name, String text) {
    try {
      return Integer.parseInt(text.strip());
    } catch (NumberFormatException malformed) {
      throw new BadUserInput("'" + text + "' is not an id ('" + name + "').");
    }
  }

  private static <T> T required(String name, @Nullable T value) {
    if (value == null) {
      throw new BadUserInput("The argument '" + name + "' is required.");
    }
    return value;
  }

  private <T> @Nullable T value(String name, Class<T> type) {
    Object value = values.get(name);
    return value == null ? null : type.cast(value);
  }

  private <T> @Nullable List<T> list(String name, Class<T> type) {
    List<?> list = value(name, List.class);
    return list == null ? null : list.stream().<T>map(type::cast).toList();
  }

  @SuppressWarnings("unchecked") // graphql-java coerces an input object to such a map
  private static @Nullable Map<String, Object> inputFields(@Nullable Object object) {
    return (Map<String, Object>) object;
  }
}
