package org.boxtribute.server.api;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which web pages may call one path: those of Boxtribute's own sites, and those that developers run
 * on their machines.
 *
 * @param app the app that the path belongs to
 * @param origins the pages' origins
 */
record CrossOriginRule(String app, String path, List<String> origins) {
  private static final List<String> HEADERS =
      List.of(
          "content-type",
          "authorization",
          "x-clacks-overhead",
          "traceparent",
          "tracestate",
          "baggage",
          "sentry-trace");

  /** The rules of all paths; a path without one is for pages of the server's own origin. */
  static final List<CrossOriginRule> ALL =
      List.of(
          new CrossOriginRule("app", "/graphql", originsOf("v2")),
          new CrossOriginRule("shared", "/public", originsOf("shared")));

  private static List<String> originsOf(String site) {
    return Stream.concat(
            Stream.of("http://localhost:5005", "http://localhost:3000", "http://localhost:5173"),
            Stream.of(
                    "%s-staging.boxtribute.org",
                    "%s-demo.boxtribute.org",
                    "%s.boxtribute.org",
                    "%s-staging-dot-dropapp-242214.ew.r.appspot.com",
                    "%s-demo-dot-dropapp-242214.ew.r.appspot.com",
                    "%s-production-dot-dropapp-242214.ew.r.appspot.com")
                .map(host -> "https://" + host.formatted(site)))
        .toList();
  }

  /** This rule, and the pages of some other origins. */
  CrossOriginRule withOrigins(List<String> others) {
    return new CrossOriginRule(
        app, path, Stream.concat(origins.stream(), others.stream()).distinct().toList());
  }

  /** What lets a page of an origin read the answer, if it is one of those that may. */
  Map<String, String> headers(@Nullable String origin) {
    return origin != null && origins.contains(origin)
        ? Map.of(
            HttpHeaders.VARY, HttpHeaders.ORIGIN, HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin)
        : Map.of(HttpHeaders.VARY, HttpHeaders.ORIGIN);
  }

  /** Lets the page that sent the request read the answer, if it is one of those that may. */
  void apply(HttpRequest<?> request, MutableHttpResponse<?> response, boolean anyHeader) {
    Map<String, String> granted = headers(request.getOrigin().orElse(null));
    granted.forEach(response::header);
    if (granted.containsKey(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN) && isPreflight(request)) {
      response.header(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, HttpMethod.POST.name());
      String headers = allowedHeaders(request, anyHeader);
      if (!headers.isEmpty()) {
        response.header(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, headers);
      }
    }
  }

  /** Whether a browser asks before it sends a page's request. */
  static boolean isPreflight(HttpRequest<?> request) {
    return request.getMethod() == HttpMethod.OPTIONS
        && request.getHeaders().contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
  }

  private static String allowedHeaders(HttpRequest<?> request, boolean anyHeader) {
    String requested =
        request.getHeaders().get(HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS, String.class, "");
    return Arrays.stream(requested.split(",", -1))
        .map(name -> name.strip().toLowerCase(Locale.ROOT))
        .filter(name -> !name.isEmpty() && (anyHeader || HEADERS.contains(name)))
        .sorted()
        .collect(Collectors.joining(", "));
  }
}
