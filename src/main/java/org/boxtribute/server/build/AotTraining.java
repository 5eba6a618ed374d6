package org.boxtribute.server.build;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.boxtribute.server.demo.EmbeddedDatabase;
import org.boxtribute.server.demo.ExplorerTabs;
import org.boxtribute.server.persistence.DatabaseAddress;
import org.flywaydb.core.Flyway;

/**
 * Runs the packaged server once, on the demo's data, so that the JVM writes down which classes it
 * loads and links: the AOT cache that later starts use. As at most starts, the tables are up to
 * date, and the connections are encrypted. The requests are those that the demo's explorer shows,
 * which are of the front-end's kind. Part of the build's phase package.
 *
 * <p>Arguments: the jar, the cache to write, and a folder for the database.
 */
final class AotTraining {
  private static final int ROUNDS = 5;

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final Path jar;
  private final Path cache;
  private final Path log;
  private final KeyPair keys;

  private AotTraining(Path jar, Path cache, KeyPair keys) {
    this.jar = jar;
    this.cache = cache;
    this.log = cache.resolveSibling(cache.getFileName() + ".log");
    this.keys = keys;
  }

  public static void main(String[] arguments) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    AotTraining training =
        new AotTraining(Path.of(arguments[0]), Path.of(arguments[1]), generator.generateKeyPair());
    try (EmbeddedDatabase server = EmbeddedDatabase.emptyIn(Path.of(arguments[2]), "--ssl")) {
      DatabaseAddress database = server.create("boxtribute");
      fill(database);
      training.runOn(database);
    }
    if (!new AotCache(training.cache, training.jar).forgetTime()) {
      System.out.println("This JVM takes the AOT cache for the jar alone, and not for its copies");
    }
    System.out.println("Wrote the AOT cache");
  }

  private static void fill(DatabaseAddress database) {
    Flyway.configure()
        .dataSource(database.jdbcUrl(), EmbeddedDatabase.USER, "")
        .locations("classpath:db/migration", "classpath:db/reference", "classpath:db/demo")
        .load()
        .migrate();
  }

  private void runOn(DatabaseAddress database) throws Exception {
    int port = freePort();
    URI server = URI.create("http://127.0.0.1:" + port);
    Process process = start(database, port);
    try {
      awaitHealth(server, process);
      List<String> requests =
          ExplorerTabs.read().ofApi("/graphql").stream().map(AotTraining::request).toList();
      for (int i = 0; i < ROUNDS; i++) {
        for (String request : requests) {
          ask(server, request);
        }
      }
    } finally {
      process.destroy();
      if (!process.waitFor(2, TimeUnit.MINUTES)) {
        process.destroyForcibly();
      }
    }
  }

  private static String request(ExplorerTabs.Tab tab) {
    String text = JSONObjectUtils.toJSONString(Map.of("query", tab.query()));
    return tab.variables().isEmpty()
        ? text
        : "%s, \"variables\": %s}".formatted(text.substring(0, text.length() - 1), tab.variables());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private Process start(DatabaseAddress database, int port) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ProcessBuilder builder =
        new ProcessBuilder(java, "-XX:AOTCacheOutput=" + cache, "-jar", jar.toString());
    builder
        .environment()
        .putAll(
            Map.of(
                "MYSQL_HOST",
                database.host(),
                "MYSQL_PORT",
                String.valueOf(database.port()),
                "MYSQL_USER",
                EmbeddedDatabase.USER,
                "MYSQL_PASSWORD",
                "",
                "MYSQL_DB",
                database.database(),
                "AUTH0_DOMAIN",
                "training.example.org",
                "AUTH0_AUDIENCE",
                "training",
                "AUTH0_PUBLIC_KEY",
                pem(keys),
                "ENVIRONMENT",
                "development",
                "PORT",
                String.valueOf(port)));
    builder.redirectErrorStream(true);
    builder.redirectOutput(log.toFile());
    return builder.start();
  }

  private void awaitHealth(URI server, Process process) throws Exception {
    Instant end = Instant.now().plus(Duration.ofMinutes(2));
    while (Instant.now().isBefore(end) && process.isAlive()) {
      try {
        HttpRequest request = HttpRequest.newBuilder(server.resolve("/health")).build();
        if (HTTP.send(request, HttpResponse.BodyHandlers.ofString()).statusCode() == 200) {
          return;
        }
      } catch (IOException notYet) {
        // asked again
      }
      Thread.sleep(200);
    }
    throw new IllegalStateException("The server did not start; its log is " + log);
  }

  private void ask(URI server, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(server.resolve("/graphql"))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + token())
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IllegalStateException(response.statusCode() + " " + response.body());
    }
  }

  private String token() throws GeneralSecurityException {
    String prefix = "https://www.boxtribute.com/";
    String claims =
        """
        {"iss": "https://training.example.org/", "aud": "training", "sub": "auth0|1",
         "exp": %d, "%sroles": ["boxtribute_god"], "%spermissions": [], "%sbase_ids": [],
         "%sorganisation_id": 1}
        """
            .formatted(Instant.now().getEpochSecond() + 600, prefix, prefix, prefix, prefix);
    String signed = base64("{\"alg\": \"RS256\", \"typ\": \"JWT\"}") + "." + base64(claims);
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(keys.getPrivate());
    signature.update(signed.getBytes(StandardCharsets.US_ASCII));
    return signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String pem(KeyPair keys) {
    return "-----BEGIN PUBLIC KEY-----"
        + Base64.getEncoder().encodeToString(keys.getPublic().getEncoded())
        + "-----END PUBLIC KEY-----";
  }
}
