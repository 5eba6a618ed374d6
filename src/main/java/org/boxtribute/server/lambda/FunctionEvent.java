package org.boxtribute.server.lambda;

import java.util.List;
import java.util.Map;

/**
 * An HTTP request, as the event told it.
 *
 * @param path as the client sent it, without the name of the gateway's stage
 * @param query as the client sent it, encoded; empty if there is none
 * @param headers names in the case that the event has them in
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
record FunctionEvent(
    PayloadVersion version,
    String method,
    String path,
    String query,
    Map<String, List<String>> headers,
    byte[] body) {

  /** The address as the first line of a request has it. */
  String target() {
    return query.isEmpty() ? path : path + "?" + query;
  }
}
