package org.boxtribute.server.api;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.exceptions.HttpStatusException;

/** Gives the explorer its scripts and styles. */
@Controller("/explorer")
final class ExplorerAssetsController {
  private final ExplorerAssets assets;

  ExplorerAssetsController(ExplorerAssets assets) {
    this.assets = assets;
  }

  @Get("/{name}")
  @Produces(MediaType.ALL)
  HttpResponse<byte[]> get(String name) {
    return assets
        .find(name)
        .map(
            asset ->
                HttpResponse.ok(asset.bytes())
                    .contentType(asset.type())
                    .header(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable")
                    .header("X-Content-Type-Options", "nosniff"))
        .orElseThrow(() -> new HttpStatusException(HttpStatus.NOT_FOUND, "no such asset"));
  }
}
