package org.boxtribute.server.api;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * In which codings a client takes content, beside as it is. What is malformed counts as refused.
 */
final class AcceptedCodings {
  private final Map<String, Boolean> codings = new HashMap<>();

  private AcceptedCodings(List<String> headers) {
    for (String header : headers) {
      for (String entry : header.toLowerCase(Locale.ROOT).split(",", -1)) {
        String[] parts = entry.strip().split("\\s*;\\s*", -1);
        codings.put(parts[0], parts.length == 1 || hasWeight(parts[1]));
      }
    }
  }

  static AcceptedCodings of(HttpRequest<?> request) {
    return new AcceptedCodings(request.getHeaders().getAll(HttpHeaders.ACCEPT_ENCODING));
  }

  /** Whether a coding is taken, by its name or as any. */
  boolean take(String coding) {
    return codings.getOrDefault(coding, codings.getOrDefault("*", false));
  }

  private static boolean hasWeight(String parameter) {
    return parameter.matches("q=(0\\.\\d*[1-9]\\d*|1(\\.0*)?)");
  }
}
