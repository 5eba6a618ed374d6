package org.boxtribute.server.api;

import io.micronaut.core.io.ResourceLoader;
import io.micronaut.http.MediaType;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The scripts and styles of the explorer, held in memory. Their names tell their versions, so that
 * browsers may keep them for good: a changed file needs a changed name.
 */
@Singleton
final class ExplorerAssets {
  private static final String WEBJARS = "META-INF/resources/webjars/";
  private static final Map<String, String> FILES =
      Map.of(
          "react-18.3.1.js", WEBJARS + "react/18.3.1/umd/react.production.min.js",
          "react-dom-18.3.1.js", WEBJARS + "react-dom/18.3.1/umd/react-dom.production.min.js",
          "graphiql-2.4.7.js", WEBJARS + "graphiql/2.4.7/graphiql.min.js",
          "graphiql-2.4.7.css", WEBJARS + "graphiql/2.4.7/graphiql.min.css",
          "explorer-2.js", "explorer/explorer.js",
          "explorer-1.css", "explorer/explorer.css");

  private final Map<String, Asset> assets = new HashMap<>();

  ExplorerAssets(ResourceLoader resources) {
    FILES.forEach((name, path) -> assets.put(name, new Asset(typeOf(name), read(resources, path))));
  }

  /** What a browser is given. */
  @SuppressWarnings("ArrayRecordComponent") // made once, compared with nothing
  record Asset(MediaType type, byte[] bytes) {}

  Optional<Asset> find(String name) {
    return Optional.ofNullable(assets.get(name));
  }

  private static MediaType typeOf(String name) {
    return MediaType.of(
        name.endsWith(".css") ? "text/css;charset=utf-8" : "text/javascript;charset=utf-8");
  }

  private static byte[] read(ResourceLoader resources, String path) {
    try (InputStream stream =
        resources
            .getResourceAsStream("classpath:" + path)
            .orElseThrow(() -> new IllegalStateException("The explorer lacks " + path))) {
      return stream.readAllBytes();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
