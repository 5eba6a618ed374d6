package org.boxtribute.server.lambda;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the parameters of an address as the server does: they end at {@code &} or {@code ;}. */
final class AddressParameters {
  private AddressParameters() {}

  /**
   * The decoded values of each name.
   *
   * @param query encoded
   * @throws IllegalArgumentException if it is malformed
   */
  static Map<CharSequence, List<String>> of(String query) {
    Map<CharSequence, List<String>> parameters = new LinkedHashMap<>();
    for (String part : query.split("[&;]", -1)) {
      int end = part.indexOf('=');
      String name = end < 0 ? part : part.substring(0, end);
      if (!name.isEmpty()) {
        parameters
            .computeIfAbsent(decoded(name), _ -> new ArrayList<>())
            .add(end < 0 ? "" : decoded(part.substring(end + 1)));
      }
    }
    return parameters;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
