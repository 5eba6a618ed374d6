package org.boxtribute.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.boxtribute.server.testing.TestServer;
import org.boxtribute.server.testing.TestUser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A built front-end, served from the root of the site of the APIs. */
class FrontEndIT {
  private static final String SCRIPT = "/assets/index-B4x_9-Zq.js";
  private static final String PAGE_TYPE = "text/html;charset=utf-8";
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String LARGE = "large ".repeat(500_000);

  private static Path outside;
  private static Path folder;
  private static Path sharedFolder;
  private static TestServer server;

  @BeforeAll
  static void start(@TempDir Path temporary) throws IOException {
    outside = Files.createDirectories(temporary.resolve("front-secret")).resolve("secret.txt");
    folder = Files.createDirectories(temporary.resolve("front"));
    sharedFolder = Files.createDirectories(temporary.resolve("shared"));
    Files.writeString(outside, "secret");
    Files.writeString(sharedFolder.resolve("index.html"), "<title>Shared</title>");
    server =
        TestServer.withDemoData(
            "boxtribute_test_front_end",
            Map.of(
                "boxtribute.apps", List.of("app", "shared"),
                "boxtribute.front-ends", List.of("app=" + folder, "shared=" + sharedFolder)));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void build() throws IOException {
    write("index.html", page("/assets/index-B4x_9-Zq.js"));
    write(SCRIPT, "console.log('first')");
    write("assets/plain.js", "// plain");
    write("assets/large-C0ffee12.js", LARGE);
    write("fonts/open-sans-latin-400-normal.woff2", "font");
    write("manifest.json", "{}");
    write(".env", "SECRET=1");
    write(".git/config", "secret");
    write("a b+c.txt", "odd");
  }

  @ParameterizedTest
  @CsvSource({
    "/, text/html;charset=utf-8",
    "/index.html, text/html;charset=utf-8",
    "/assets/index-B4x_9-Zq.js, text/javascript;charset=utf-8",
    "/fonts/open-sans-latin-400-normal.woff2, font/woff2",
    "/manifest.json, application/json",
    "/a%20b+c.txt, text/plain;charset=utf-8"
  })
  void aFileIsServedAsWhatItIs(String path, String type) {
    HttpResponse<byte[]> answer = get(path, "Accept", "*/*");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "Content-Type")).isEqualTo(type);
    assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/bases/1/boxes", "/bases/1/", "/nothing", "/assets", "/graphql/deep"})
  void whatABrowserOpensGetsTheStartPage(String path) {
    HttpResponse<byte[]> answer =
        get(path, "Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "Content-Type")).isEqualTo(PAGE_TYPE);
    assertThat(header(answer, "Cache-Control")).isEqualTo("no-cache");
    assertThat(text(answer)).isEqualTo(page("/assets/index-B4x_9-Zq.js"));
  }

  @ParameterizedTest
  @CsvSource({
    "/assets/index-OldHash1.js, text/html",
    "/missing.png, */*",
    "/missing.PNG, text/html",
    "/bases/1, application/json",
    "/bases/1, image/png",
    "/bases/1, 'text/html;q=0, application/json'",
    "/cron/reseed-db, text/html",
    "/auth0-slack-bridge, text/html"
  })
  void whatIsMissingIsNoPage(String path, String accept) {
    HttpResponse<byte[]> answer = get(path, "Accept", accept);

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(text(answer)).contains("\"code\":\"NOT_FOUND\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../front-secret/secret.txt",
        "/..%2ffront-secret%2fsecret.txt",
        "/%2e%2e/front-secret/secret.txt",
        "/%2E%2E%2Ffront-secret%2Fsecret.txt",
        "/assets/../../front-secret/secret.txt",
        "/assets/%2e%2e/%2e%2e/front-secret/secret.txt",
        "/%252e%252e/front-secret/secret.txt",
        "/..%252ffront-secret/secret.txt",
        "/..%5cfront-secret%5csecret.txt",
        "/..%c0%affront-secret/secret.txt",
        "/%ff",
        "//etc/passwd",
        "/%2fetc/passwd",
        "/etc%2fpasswd",
        "/index.html%00",
        "/index.html%00.js",
        "/index%0a.html",
        "/.env",
        "/%2eenv",
        "/.git/config",
        "/.",
        "/..",
        "/./index.html",
        "/assets//plain.js",
        "/link.txt",
        "/linked/secret.txt"
      })
  void nothingLeadsOutOfTheFolder(String path) throws IOException {
    link("link.txt", outside);
    link("linked", folder.resolveSibling("front-secret"));
    try (RawConnection connection = new RawConnection(server.uri())) {
      connection.send("GET " + path + " HTTP/1.1\r\nHost: a\r\nAccept: text/html\r\n\r\n");

      RawConnection.Response answer = connection.read();
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.body()).contains("NOT_FOUND").doesNotContain("secret");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/..\\front-secret\\secret.txt", "/%", "/%zz", "http://evil/../../etc/passwd"})
  void anAddressThatIsNoneIsRefused(String path) throws IOException {
    try (RawConnection connection = new RawConnection(server.uri())) {
      connection.send("GET " + path + " HTTP/1.1\r\nHost: a\r\nAccept: text/html\r\n\r\n");

      RawConnection.Response answer = connection.read();
      assertThat(answer.status()).isIn(400, 404);
      assertThat(answer.body()).doesNotContain("secret");
    }
  }

  @Test
  void aLinkWithinTheFolderIsFollowed() throws IOException {
    link("inside.txt", folder.resolve("a b+c.txt"));

    assertThat(text(get("/inside.txt"))).isEqualTo("odd");
  }

  @Test
  void foldersAreNotListed() {
    assertThat(get("/assets/", "Accept", "*/*;q=0.1, image/png").statusCode()).isEqualTo(200);
    assertThat(text(get("/assets/", "Accept", "text/html"))).doesNotContain("plain.js");
    assertThat(get("/assets/", "Accept", "application/json").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "/assets/index-B4x_9-Zq.js, 'public, max-age=31536000, immutable'",
    "/assets/plain.js, no-cache",
    "/fonts/open-sans-latin-400-normal.woff2, no-cache",
    "/index.html, no-cache"
  })
  void whatHasAHashInItsNameMayBeKept(String path, String caching) {
    assertThat(header(get(path), "Cache-Control")).isEqualTo(caching);
  }

  @Test
  void whatTheClientHasIsNotSentAgain() {
    String tag = header(get("/index.html"), "ETag");

    assertThat(tag).matches("\"[0-9a-f]+\"");
    for (String known : List.of(tag, "W/" + tag, "\"x\", " + tag, "*")) {
      HttpResponse<byte[]> answer = get("/index.html", "If-None-Match", known);
      assertThat(answer.statusCode()).isEqualTo(304);
      assertThat(answer.body()).isEmpty();
      assertThat(header(answer, "ETag")).isEqualTo(tag);
      assertThat(header(answer, "Cache-Control")).isEqualTo("no-cache");
    }
    assertThat(get("/index.html", "If-None-Match", "\"x\"").statusCode()).isEqualTo(200);
  }

  @Test
  void aNewBuildIsServedAtOnceAlsoWhereItLooksTheSame() throws IOException {
    FileTime time = Files.getLastModifiedTime(folder.resolve("index.html"));
    HttpResponse<byte[]> first = get("/", "Accept-Encoding", "gzip");
    write("index.html", page("/assets/index-D4x_9-Zq.js"));
    Files.setLastModifiedTime(folder.resolve("index.html"), time);

    HttpResponse<byte[]> second =
        get("/", "Accept-Encoding", "gzip", "If-None-Match", header(first, "ETag"));
    assertThat(second.statusCode()).isEqualTo(200);
    assertThat(unzipped(second)).isEqualTo(page("/assets/index-D4x_9-Zq.js"));
  }

  @Test
  void withoutItsFolderTheServerGoesOn() throws IOException {
    Path away = folder.resolveSibling("away");
    Files.move(folder, away);
    try {
      assertThat(get("/").statusCode()).isEqualTo(404);
      assertThat(get("/health").statusCode()).isEqualTo(200);
    } finally {
      Files.move(away, folder);
    }
    assertThat(get("/").statusCode()).isEqualTo(200);
  }

  @Test
  void textIsCompressedForWhoTakesIt() throws IOException {
    HttpResponse<byte[]> zipped = get("/assets/large-C0ffee12.js", "Accept-Encoding", "gzip");
    HttpResponse<byte[]> plain = get("/assets/large-C0ffee12.js");

    assertThat(header(zipped, "Content-Encoding")).isEqualTo("gzip");
    assertThat(header(zipped, "Vary")).contains("Accept-Encoding");
    assertThat(header(plain, "Vary")).contains("Accept-Encoding");
    assertThat(unzipped(zipped)).isEqualTo(LARGE);
    assertThat(zipped.body().length).isLessThan(LARGE.length() / 10);
    assertThat(text(plain)).isEqualTo(LARGE);
    assertThat(header(plain, "ETag")).isNotEqualTo(header(zipped, "ETag"));
  }

  @ParameterizedTest
  @CsvSource({
    "/assets/plain.js, 'gzip;q=0'",
    "/assets/plain.js, identity",
    "/assets/plain.js, 'gzip;q=abc'",
    "/assets/plain.js, ''",
    "/fonts/open-sans-latin-400-normal.woff2, gzip"
  })
  void nothingElseIs(String path, String codings) {
    assertThat(get(path, "Accept-Encoding", codings).headers().firstValue("Content-Encoding"))
        .isEmpty();
  }

  @Test
  void whatTheBuildHasCompressedIsServedUnlessItIsOlder() throws IOException {
    write("assets/both-AAAA1111.js", "both");
    write("assets/both-AAAA1111.js.br", "brotli");
    Files.write(file("assets/both-AAAA1111.js.gz"), zip("zipped before"));
    String path = "/assets/both-AAAA1111.js";

    HttpResponse<byte[]> brotli = get(path, "Accept-Encoding", "gzip, br");
    assertThat(text(brotli)).isEqualTo("brotli");
    assertThat(header(brotli, "Content-Encoding")).isEqualTo("br");
    assertThat(header(brotli, "Content-Type")).isEqualTo("text/javascript;charset=utf-8");
    assertThat(unzipped(get(path, "Accept-Encoding", "gzip"))).isEqualTo("zipped before");

    Files.setLastModifiedTime(file("assets/both-AAAA1111.js.gz"), FileTime.from(Instant.EPOCH));
    assertThat(unzipped(get(path, "Accept-Encoding", "gzip"))).isEqualTo("both");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "identity"})
  void headSaysHowLongTheFileIs(String coding) throws IOException {
    HttpResponse<byte[]> whole = get(SCRIPT, "Accept-Encoding", coding);
    HttpResponse<byte[]> head = send("HEAD", SCRIPT, "Accept-Encoding", coding);

    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(header(head, "ETag")).isEqualTo(header(whole, "ETag"));
    assertThat(header(head, "Content-Length")).isEqualTo(String.valueOf(whole.body().length));
    assertThat(head.body()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"POST, /", "PUT, /index.html", "DELETE, /assets/plain.js", "PATCH, /bases/1"})
  void nothingButReadingIsAllowed(String method, String path) {
    HttpResponse<byte[]> answer = send(method, path);

    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(header(answer, "Allow")).contains("GET", "HEAD");
  }

  @Test
  void theApisComeFirst() {
    assertThat(text(get("/graphql", "Accept", "text/html"))).contains("data-endpoint=\"/graphql\"");
    assertThat(text(get("/health/liveness"))).isEqualTo("{\"status\":\"UP\"}");
    assertThat(header(get("/explorer/explorer-1.css"), "Content-Type")).startsWith("text/css");
    assertThat(get("/explorer/nothing.js").statusCode()).isEqualTo(404);
    assertThat(server.as(TestUser.god()).ask("{ organisations { id } }").ok().status())
        .isEqualTo(200);
  }

  @Test
  void theSharedFrontEndIsThatOfItsHosts() throws IOException {
    try (RawConnection connection = new RawConnection(server.uri())) {
      connection.send("GET / HTTP/1.1\r\nHost: shared-staging.example.org\r\n\r\n");
      assertThat(connection.read().body()).isEqualTo("<title>Shared</title>");
      connection.send("GET / HTTP/1.1\r\nHost: v2.example.org\r\n\r\n");
      assertThat(connection.read().body()).isEqualTo(page("/assets/index-B4x_9-Zq.js"));
    }
  }

  @Test
  void aPageCallsTheApiOfItsOwnOriginAlsoAfterItWasReloaded(
      @TempDir(cleanup = CleanupMode.NEVER) Path profile) throws Exception {
    Optional<Path> program = Browser.installed();
    assumeThat(program).as("a browser, Chromium or Chrome, on the PATH").isPresent();
    write("index.html", page("/assets/index-E0E0E0E0.js"));
    write(
        "assets/index-E0E0E0E0.js",
        """
        fetch('/graphql', {method: 'POST', body: '{"query":"{ __typename }"}',
            headers: {'Content-Type': 'application/json', Authorization: 'Bearer %s'}})
          .then(answer => answer.json())
          .then(answer => { document.body.innerText = location.pathname + JSON.stringify(answer); });
        """
            .formatted(server.token(TestUser.coordinator())));
    String expected = "/bases/1/boxes{\"data\":{\"__typename\":\"Query\"}}";
    try (Browser browser = Browser.start(program.orElseThrow(), profile)) {
      browser.open(server.uri().resolve("/bases/1/boxes"));
      browser.awaitText("document.body?.innerText ?? ''", expected::equals);
      browser.evaluate("document.body.innerText = ''; location.reload()");
      browser.awaitText("document.body?.innerText ?? ''", expected::equals);
    }
  }

  private static String page(String script) {
    return "<!doctype html><title>App</title><body><script type=\"module\" src=\""
        + script
        + "\"></script></body>";
  }

  private static Path file(String name) {
    return folder.resolve(name.startsWith("/") ? name.substring(1) : name);
  }

  /** As a deployment does it: the file that was there is not written over. */
  private static void write(String name, String text) throws IOException {
    Files.createDirectories(file(name).getParent());
    Path fresh = Files.createTempFile(folder.getParent(), "new", "");
    Files.writeString(fresh, text);
    Files.move(fresh, file(name), StandardCopyOption.REPLACE_EXISTING);
  }

  private static void link(String name, Path target) throws IOException {
    Files.deleteIfExists(file(name));
    Files.createSymbolicLink(file(name), target);
  }

  private static byte[] zip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private static String unzipped(HttpResponse<byte[]> answer) throws IOException {
    try (GZIPInputStream zip = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
      return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  private static String header(HttpResponse<byte[]> answer, String name) {
    return String.join(", ", answer.headers().allValues(name));
  }

  private static HttpResponse<byte[]> get(String path, String... headers) {
    return send("GET", path, headers);
  }

  private static HttpResponse<byte[]> send(String method, String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.uri() + path))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interruption);
    }
  }
}
