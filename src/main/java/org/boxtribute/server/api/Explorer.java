package org.boxtribute.server.api;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import org.boxtribute.server.graphql.document.DocumentsConfiguration;
import org.jspecify.annotations.Nullable;

/** The page on which developers write queries in their browser and see the answers: GraphiQL. */
@Singleton
final class Explorer {

  /** GraphiQL sets styles from its script, but no script runs that is not this server's own. */
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self';"
          + " img-src 'self' data:; font-src 'self' data:; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Boxtribute API</title>
      <link rel="icon" href="data:,">
      <link rel="stylesheet" href="/explorer/graphiql-2.4.7.css">
      <link rel="stylesheet" href="/explorer/explorer-1.css">
      {style}</head>
      <body>
      <div id="explorer" data-endpoint="{endpoint}">Loading</div>
      <script src="/explorer/react-18.3.1.js"></script>
      <script src="/explorer/react-dom-18.3.1.js"></script>
      <script src="/explorer/graphiql-2.4.7.js"></script>
      {script}<script src="/explorer/explorer-2.js"></script>
      </body>
      </html>
      """;

  private static final String PAGE_WITHOUT_EXPLORER =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <title>Boxtribute API</title>
      <link rel="icon" href="data:,">
      </head>
      <body>
      <p>This server answers only documents that a front-end's build has registered, so it has no explorer.</p>
      </body>
      </html>
      """;

  private final String template;

  Explorer(@Nullable ExplorerExtension extension, DocumentsConfiguration documents) {
    template = documents.only() ? PAGE_WITHOUT_EXPLORER : withExtension(extension);
  }

  private static String withExtension(@Nullable ExplorerExtension extension) {
    return PAGE.replace(
            "{style}",
            extension == null
                ? ""
                : "<link rel=\"stylesheet\" href=\"%s\">\n".formatted(extension.style()))
        .replace(
            "{script}",
            extension == null
                ? ""
                : "<script src=\"%s\"></script>\n".formatted(extension.script()));
  }

  /** The page for the API at this path. */
  HttpResponse<byte[]> page(String path) {
    String page = template.replace("{endpoint}", path);
    return HttpResponse.ok(page.getBytes(StandardCharsets.UTF_8))
        .contentType(MediaType.of("text/html;charset=utf-8"))
        .header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "no-referrer")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
  }
}
