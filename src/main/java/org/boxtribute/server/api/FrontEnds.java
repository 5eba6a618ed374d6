package org.boxtribute.server.api;

import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The folders with built front-ends, of the apps that this server is. All are built for the root of
 * a site of their own. Where there are two, the shared one is that of hosts whose name begins with
 * its, as those of Boxtribute do.
 */
@Singleton
@Requires(property = FrontEnds.PROPERTY)
final class FrontEnds {
  static final String PROPERTY = "boxtribute.front-ends";

  private static final String SHARED = "shared";

  private final FrontEndFolder main;
  private final @Nullable FrontEndFolder shared;

  /**
   * Serves some folders.
   *
   * @param folders of each an app's name and the path, with {@code =} between
   */
  FrontEnds(@Property(name = PROPERTY) List<String> folders) {
    Map<String, FrontEndFolder> byApp = new LinkedHashMap<>();
    for (String folder : folders) {
      String[] parts = folder.split("=", 2);
      byApp.put(parts[0], new FrontEndFolder(Path.of(parts[1])));
    }
    this.main = byApp.values().iterator().next();
    this.shared = byApp.size() == 1 ? null : byApp.get(SHARED);
  }

  /** The folder whose front-end is at the root of the host that a request is for. */
  FrontEndFolder of(HttpRequest<?> request) {
    String host = request.getHeaders().get(HttpHeaders.HOST, String.class, "");
    return shared != null && host.toLowerCase(Locale.ROOT).startsWith(SHARED) ? shared : main;
  }
}
