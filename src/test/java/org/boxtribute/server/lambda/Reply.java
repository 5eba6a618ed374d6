package org.boxtribute.server.lambda;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What came back: the status, the headers that say something about the answer, and each byte of the
 * body, as Latin-1.
 */
record Reply(int status, Map<String, List<String>> headers, String body) {
  private static final List<String> TELLING =
      List.of(
          "access-control-",
          "allow",
          "cache-control",
          "content-encoding",
          "content-security-policy",
          "content-type",
          "referrer-policy",
          "vary",
          "x-content-type-options");

  static Reply of(HttpResponse<byte[]> response) {
    return of(response.statusCode(), response.headers().map(), response.body());
  }

  static Reply of(int status, Map<String, List<String>> headers, byte[] body) {
    Map<String, List<String>> telling = new TreeMap<>();
    headers.forEach(
        (name, values) -> {
          String lowerCase = name.toLowerCase(Locale.ROOT);
          if (TELLING.stream().anyMatch(lowerCase::startsWith)) {
            telling.put(lowerCase, entries(lowerCase, values));
          }
        });
    return new Reply(status, telling, new String(body, StandardCharsets.ISO_8859_1));
  }

  /** Whether values of one header come joined or apart, and in which order, tells nothing. */
  private static List<String> entries(String name, List<String> values) {
    return name.equals("vary")
        ? List.copyOf(
            values.stream()
                .flatMap(value -> Stream.of(value.split(",", -1)))
                .map(String::strip)
                .collect(Collectors.toCollection(TreeSet::new)))
        : values;
  }

  byte[] bytes() {
    return body.getBytes(StandardCharsets.ISO_8859_1);
  }

  @Override
  public String toString() {
    return status + " " + headers + " " + Arrays.hashCode(bytes()) + " " + body;
  }
}
