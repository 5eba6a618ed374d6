package org.boxtribute.server.lambda;

import io.micronaut.http.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An answer, ready to be returned.
 *
 * @param headers names in the case that they are told in
 * @param length how many of the body's bytes count
 * @param text whether the body is text, which JSON can hold as it is
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
record FunctionAnswer(
    int status, Map<String, List<String>> headers, byte[] body, int length, boolean text) {

  /** Whether a body of this kind is text: not compressed, and of a type that is. */
  static boolean isText(HttpHeaders headers) {
    String type = headers.get(HttpHeaders.CONTENT_TYPE);
    return !headers.contains(HttpHeaders.CONTENT_ENCODING)
        && (type == null || isTextType(type.toLowerCase(Locale.ROOT).split(";", 2)[0].strip()));
  }

  private static boolean isTextType(String type) {
    return type.startsWith("text/") || type.endsWith("json") || type.endsWith("javascript");
  }
}
