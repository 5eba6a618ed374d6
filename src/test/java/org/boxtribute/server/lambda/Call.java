package org.boxtribute.server.lambda;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An HTTP request, to be sent to the server and to the function.
 *
 * @param query encoded; empty if there is none
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
record Call(
    String name,
    String method,
    String path,
    String query,
    Map<String, List<String>> headers,
    byte[] body) {

  static Call of(String method, String path) {
    return new Call(method + " " + path, method, path, "", Map.of(), new byte[0]);
  }

  /** A GraphQL request of somebody who has a token. */
  static Call graphQl(String path, String token, String body) {
    return of("POST", path)
        .with("Content-Type", "application/json")
        .with("Authorization", "Bearer " + token)
        .body(body);
  }

  Call named(String newName) {
    return new Call(newName, method, path, query, headers, body);
  }

  Call with(String header, String... values) {
    Map<String, List<String>> more = new LinkedHashMap<>(headers);
    more.put(header, List.of(values));
    return new Call(name, method, path, query, more, body);
  }

  Call query(String newQuery) {
    return new Call(name, method, path, newQuery, headers, body);
  }

  Call body(String text) {
    return body(text.getBytes(StandardCharsets.UTF_8));
  }

  Call body(byte[] bytes) {
    return new Call(name, method, path, query, headers, bytes);
  }

  @Override
  public String toString() {
    return name;
  }
}
