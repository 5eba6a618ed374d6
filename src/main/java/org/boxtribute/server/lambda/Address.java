package org.boxtribute.server.lambda;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;

/** Reads addresses of events. */
final class Address {
  private static final String PATH_CHARACTERS = "-._~!$&'()*+,;=:@/%";

  private Address() {}

  /**
   * The address of a request, without a host. Gateways decode paths, so what may not stand in a
   * path is encoded again; the query came as it was sent.
   *
   * @throws IllegalArgumentException if it is malformed
   */
  static URI of(FunctionEvent event) {
    String path = encoded(event.path().isEmpty() ? "/" : event.path());
    URI address = URI.create(event.query().isEmpty() ? path : path + "?" + event.query());
    return address.getRawAuthority() == null ? address : withoutHost(address);
  }

  private static URI withoutHost(URI address) {
    try {
      return new URI(null, null, address.getPath(), address.getQuery(), address.getFragment());
    } catch (URISyntaxException malformed) {
      throw new IllegalArgumentException(malformed);
    }
  }

  private static String encoded(String path) {
    if (path.chars().allMatch(Address::isAllowed)) {
      return path;
    }
    StringBuilder encoded = new StringBuilder();
    for (byte one : path.getBytes(StandardCharsets.UTF_8)) {
      if (isAllowed(one)) {
        encoded.append((char) one);
      } else {
        encoded.append('%').append("%02X".formatted(one));
      }
    }
    return encoded.toString();
  }

  private static boolean isAllowed(int character) {
    return character > 0
        && character < 128
        && (Character.isLetterOrDigit(character) || PATH_CHARACTERS.indexOf(character) >= 0);
  }
}
