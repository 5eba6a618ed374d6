package org.boxtribute.server.api;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The path of an address of a front-end: names with slashes between, as files and pages have them.
 * What could mean anything else to a system of files is no such path: hidden names, names for
 * folders above, empty ones, and characters that are encoded twice or separate names elsewhere.
 *
 * @param text without slashes at its ends; empty for the front-end's root
 */
record FrontEndPath(String text) {
  private static final Pattern ENCODED_SLASH = Pattern.compile("%2[fF]");

  /** Where a build puts files whose names tell their contents. */
  private static final Pattern HASHED =
      Pattern.compile(
          "(?:assets|static)/(?:.*/)?[^/]+[-.](?=[^./]*[A-Z0-9])[A-Za-z0-9_-]{8}\\.[^/]+");

  private static final Pattern EXTENSION = Pattern.compile(".*\\.[A-Za-z0-9]*[A-Za-z][A-Za-z0-9]*");

  /** What scheduled jobs and other services ask for, which is no page. */
  private static final Pattern RESERVED = Pattern.compile("cron(/.*)?|auth0-slack-bridge");

  /** Reads the path of an address, as the address has it. */
  static Optional<FrontEndPath> of(String rawPath) {
    if (!rawPath.startsWith("/") || ENCODED_SLASH.matcher(rawPath).find()) {
      return Optional.empty();
    }
    String encoded = rawPath.replace("+", "%2B");
    String decoded = URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    String text = decoded.substring(1, decoded.length() - (endsWithSlash(decoded) ? 1 : 0));
    boolean plain =
        text.isEmpty() || Arrays.stream(text.split("/", -1)).allMatch(FrontEndPath::isPlain);
    return plain && !RESERVED.matcher(text).matches()
        ? Optional.of(new FrontEndPath(text))
        : Optional.empty();
  }

  private static boolean endsWithSlash(String path) {
    return path.length() > 1 && path.endsWith("/");
  }

  private static boolean isPlain(String name) {
    return !name.isEmpty()
        && !name.startsWith(".")
        && name.chars()
            .noneMatch(
                letter -> Character.isISOControl(letter) || "\\%\uFFFD".indexOf(letter) >= 0);
  }

  /** Whether the name of a file tells its contents, so that it never changes. */
  boolean isHashed() {
    return HASHED.matcher(text).matches();
  }

  /** Whether it can only be meant as a file's. */
  boolean hasExtension() {
    return EXTENSION.matcher(text.substring(text.lastIndexOf('/') + 1)).matches();
  }
}
