package org.boxtribute.server.demo;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.io.ResourceLoader;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.boxtribute.server.demo.DemoUsers.DemoUser;

/** What the demo adds to the explorers: users to sign in as, and tabs to begin with. */
@Controller("/demo")
@Requires(beans = LocalTokenIssuer.class)
@ExecuteOn(TaskExecutors.BLOCKING)
final class DemoExplorerController {
  private static final String FOLDER = "classpath:org/boxtribute/server/demo/explorer/";

  private final ResourceLoader resources;
  private final ExplorerTabs tabs;

  DemoExplorerController(ResourceLoader resources) {
    this.resources = resources;
    this.tabs = ExplorerTabs.read();
  }

  @Get("/explorer.js")
  HttpResponse<byte[]> script() {
    return file("explorer.js", "text/javascript;charset=utf-8");
  }

  @Get("/explorer.css")
  HttpResponse<byte[]> style() {
    return file("explorer.css", "text/css;charset=utf-8");
  }

  /** The users, and the tabs of each API by its path. */
  @Get("/explorer.json")
  HttpResponse<Map<String, ?>> offer() {
    Map<String, Object> tabsOfApis = new LinkedHashMap<>();
    for (String path : List.of("/graphql", "/", "/public")) {
      tabsOfApis.put(path, tabs.ofApi(path).stream().map(ExplorerTabs.Tab::json).toList());
    }
    return HttpResponse.<Map<String, ?>>ok(
            Map.of(
                "users", DemoUsers.all().stream().map(DemoExplorerController::json).toList(),
                "guide", DemoUsers.guide().userName(),
                "tabs", tabsOfApis,
                "version", Integer.toHexString(tabsOfApis.hashCode())))
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  private static Map<String, String> json(DemoUser user) {
    return Map.of(
        "userName", user.userName(),
        "password", user.password(),
        "name", user.name(),
        "duty", user.duty());
  }

  private HttpResponse<byte[]> file(String name, String type) {
    try (InputStream stream = resources.getResourceAsStream(FOLDER + name).orElseThrow()) {
      return HttpResponse.ok(stream.readAllBytes())
          .contentType(MediaType.of(type))
          .header(HttpHeaders.CACHE_CONTROL, "no-store")
          .header("X-Content-Type-Options", "nosniff");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
