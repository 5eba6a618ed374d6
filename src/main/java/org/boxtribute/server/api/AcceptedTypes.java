package org.boxtribute.server.api;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which types of answers a client accepts. Who accepts none that there is gets JSON all the same,
 * and what is malformed in the header counts for nothing.
 */
final class AcceptedTypes {

  /** The type of GraphQL's own, whose status tells whether a request was executed. */
  static final MediaType GRAPHQL_RESPONSE =
      MediaType.of("application/graphql-response+json;charset=utf-8");

  private static final Weight NONE = new Weight(0, -1);

  private final List<String[]> ranges;

  private AcceptedTypes(List<String[]> ranges) {
    this.ranges = ranges;
  }

  /**
   * How much a client wants a type.
   *
   * @param quality from 0 to 1
   * @param precision how precisely the type is named: 0 for all types, 1 for its kind, 2 for itself
   */
  private record Weight(double quality, int precision) {
    static final Comparator<Weight> ORDER =
        Comparator.comparingDouble(Weight::quality).thenComparingInt(Weight::precision);

    boolean isMoreThan(Weight other) {
      return quality > 0 && ORDER.compare(this, other) > 0;
    }
  }

  static AcceptedTypes of(HttpRequest<?> request) {
    return of(request.getHeaders().getAll(HttpHeaders.ACCEPT));
  }

  static AcceptedTypes of(List<String> headers) {
    return new AcceptedTypes(
        headers.stream()
            .flatMap(header -> Stream.of(header.toLowerCase(Locale.ROOT).split(",", -1)))
            .map(range -> range.strip().split("\\s*;\\s*", -1))
            .toList());
  }

  /** The type of an answer to a GraphQL request: JSON, unless GraphQL's own is asked for. */
  MediaType graphQlType() {
    Weight own = weight("application", "graphql-response+json");
    Weight json = weight("application", "json");
    boolean named = own.precision == 2 && own.quality > 0 && own.quality >= json.quality;
    return named || own.isMoreThan(json) ? GRAPHQL_RESPONSE : MediaType.APPLICATION_JSON_TYPE;
  }

  /** Whether a page for people is wanted more than JSON. */
  boolean preferPage() {
    Weight page = weight("text", "html");
    return page.isMoreThan(weight("application", "json"))
        && page.isMoreThan(weight("application", "graphql-response+json"));
  }

  /** Whether a page for people is taken at all; who names no types takes all. */
  boolean takePage() {
    return ranges.isEmpty() || weight("text", "html").quality > 0;
  }

  /** The most precise range that covers a type says how much it is wanted. */
  private Weight weight(String type, String subtype) {
    return ranges.stream()
        .flatMap(range -> weight(range, type, subtype).stream())
        .max(Comparator.comparingInt(Weight::precision).thenComparingDouble(Weight::quality))
        .orElse(NONE);
  }

  private static Optional<Weight> weight(String[] range, String type, String subtype) {
    int precision = List.of("*/*", type + "/*", type + "/" + subtype).indexOf(range[0]);
    return precision < 0
        ? Optional.empty()
        : quality(range).map(quality -> new Weight(quality, precision));
  }

  private static Optional<Double> quality(String[] range) {
    return Stream.of(range)
        .skip(1)
        .filter(parameter -> parameter.startsWith("q="))
        .findFirst()
        .map(parameter -> parameter.substring(2))
        .or(() -> Optional.of("1"))
        .filter(text -> text.matches("0(\\.\\d{0,3})?|1(\\.0{0,3})?"))
        .map(Double::valueOf);
  }
}
