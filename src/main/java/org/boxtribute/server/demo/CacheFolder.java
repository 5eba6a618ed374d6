package org.boxtribute.server.demo;

import java.nio.file.Path;

/** Where what can be made anew is kept for the user, also by {@code mvnw}. */
final class CacheFolder {
  private CacheFolder() {}

  /** The folder, which need not be there yet. */
  static Path path() {
    String cache = System.getenv("XDG_CACHE_HOME");
    Path parent =
        cache == null || cache.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(cache);
    return parent.resolve("boxtribute-server");
  }
}
