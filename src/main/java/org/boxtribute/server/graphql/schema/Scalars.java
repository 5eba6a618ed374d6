package org.boxtribute.server.graphql.schema;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.CoercingSerializeException;
import graphql.schema.GraphQLScalarType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.function.Function;

/**
 * The scalars that the schemas add to GraphQL's own. Their descriptions are here, for graphql-java
 * passes over those in the schema files.
 */
final class Scalars {

  /** A time in UTC: {@code 2026-01-31T23:59:59+00:00}. */
  static final GraphQLScalarType DATETIME =
      scalar(
          "Datetime",
          "A time in UTC, as YYYY-MM-DDTHH:MM:SS+00:00."
              + " On input, a time without offset is taken as UTC.",
          Instant.class,
          Scalars::print,
          IsoTexts::time);

  /** A day: {@code 2026-01-31}. */
  static final GraphQLScalarType DATE =
      scalar("Date", "A day, as YYYY-MM-DD.", LocalDate.class, LocalDate::toString, IsoTexts::day);

  private Scalars() {}

  /** Prints a time to the second, with the offset of UTC as the API's clients know it. */
  static String print(Instant time) {
    LocalDateTime utc = LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    StringBuilder text = new StringBuilder(25).append(utc.toLocalDate()).append('T');
    appendTwoDigits(text, utc.getHour()).append(':');
    appendTwoDigits(text, utc.getMinute()).append(':');
    return appendTwoDigits(text, utc.getSecond()).append("+00:00").toString();
  }

  private static StringBuilder appendTwoDigits(StringBuilder text, int number) {
    return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
  }

  private static <T> GraphQLScalarType scalar(
      String name,
      String description,
      Class<T> type,
      Function<T, String> print,
      Function<String, T> parse) {
    return GraphQLScalarType.newScalar()
        .name(name)
        .description(description)
        .coercing(new TextCoercing<>(name, type, print, parse))
        .build();
  }

  private record TextCoercing<T>(
      String name, Class<T> type, Function<T, String> print, Function<String, T> parse)
      implements Coercing<T, String> {

    @Override
    public String serialize(Object value, GraphQLContext context, Locale locale) {
      if (!type.isInstance(value)) {
        throw new CoercingSerializeException("Not a " + name);
      }
      return print.apply(type.cast(value));
    }

    @Override
    public T parseValue(Object input, GraphQLContext context, Locale locale) {
      try {
        if (input instanceof String text) {
          return parse.apply(text);
        }
      } catch (DateTimeException malformed) {
        // answered below
      }
      throw new CoercingParseValueException("'" + input + "' is not a " + name);
    }

    @Override
    public T parseLiteral(
        Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
      try {
        if (input instanceof StringValue text) {
          return parse.apply(String.valueOf(text.getValue()));
        }
      } catch (DateTimeException malformed) {
        // answered below
      }
      throw new CoercingParseLiteralException("The literal is not a " + name);
    }

    @Override
    public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
      return StringValue.of(serialize(input, context, locale));
    }
  }
}
