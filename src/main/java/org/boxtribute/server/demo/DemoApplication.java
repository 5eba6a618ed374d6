package org.boxtribute.server.demo;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.boxtribute.server.Application;
import org.boxtribute.server.DocumentVariables;
import org.boxtribute.server.api.ExplorerExtension;
import org.boxtribute.server.graphql.document.ManifestFault;
import org.boxtribute.server.graphql.schema.Schemas;
import org.boxtribute.server.persistence.DatabaseAddress;
import org.slf4j.LoggerFactory;

/** Starts the server on the demo's data, with nothing to install or to configure. */
public final class DemoApplication {
  private static final String DOMAIN = "issuer.demo.invalid";
  private static final String AUDIENCE = "boxtribute-demo";
  private static final String HOST = "127.0.0.1";
  private static final int DEFAULT_PORT = 5005;
  private static final int HIGHEST_PORT = 65535;

  private final Path folder;
  private final DemoLog log;
  private final Greeting greeting;

  private DemoApplication(Path folder) {
    this.folder = folder;
    this.log = new DemoLog(folder.resolveSibling("demo.log"));
    this.greeting = new Greeting(System.out, Clock.systemUTC());
  }

  /** Runs until the process is told to end; the data stay for the next start. */
  public static void main(String[] arguments) {
    DemoApplication demo = new DemoApplication(CacheFolder.path().toAbsolutePath().resolve("demo"));
    try {
      demo.start(arguments);
    } catch (CannotStart | EmbeddedDatabase.InUse | ManifestFault failure) {
      demo.end(inOneLine(failure));
    } catch (RuntimeException failure) {
      LoggerFactory.getLogger(DemoApplication.class).error("The demo does not start", failure);
      demo.end("The demo does not start: " + inOneLine(failure));
    }
  }

  /** Whoever started the demo can do something about it; the message is one line. */
  static final class CannotStart extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CannotStart(String message) {
      super(message, null, false, false);
    }
  }

  private void start(String... arguments) {
    log.open();
    int port = port();
    greeting.begin(log.file());
    DemoDatabase database = DemoDatabase.start(folder);
    greeting.databaseStarted();
    greeting.dataReady(database.fill());
    URI server = startServer(database, port, arguments);
    greeting.serverStarted();
    greeting.welcome(server, folder);
  }

  /** Its threads keep the process alive until it is told to end. */
  private static URI startServer(DemoDatabase database, int port, String... arguments) {
    LocalTokenIssuer issuer = new LocalTokenIssuer(DOMAIN, AUDIENCE, Clock.systemUTC());
    ApplicationContext context =
        Application.builder(arguments)
            .properties(properties(database.address(), port, issuer))
            .singletons(
                issuer,
                new DemoTokenIssuer(issuer),
                new ExplorerExtension("/demo/explorer.js", "/demo/explorer.css"))
            .build();
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .unstarted(
                    () -> {
                      context.close();
                      database.close();
                    }));
    context.start().getBean(Schemas.class).requireComplete();
    return context.getBean(EmbeddedServer.class).start().getURI();
  }

  private static Map<String, Object> properties(
      DatabaseAddress database, int port, LocalTokenIssuer issuer) {
    Map<String, Object> properties = new HashMap<>();
    properties.put("micronaut.server.host", HOST);
    properties.put("micronaut.server.port", port);
    properties.put("datasources.default.url", database.jdbcUrl());
    properties.put("datasources.default.username", EmbeddedDatabase.USER);
    properties.put("datasources.default.password", "");
    // The demo has seen to the tables before.
    properties.put("boxtribute.migrations.enabled", false);
    properties.put("boxtribute.environment", "development");
    properties.put("boxtribute.apps", List.of("app", "api", "shared"));
    properties.put("boxtribute.auth0.domain", DOMAIN);
    properties.put("boxtribute.auth0.audience", AUDIENCE);
    properties.put("boxtribute.auth0.public-key", issuer.publicKeyPem());
    properties.putAll(DocumentVariables.properties(System.getenv()));
    return properties;
  }

  /** The port to listen on, looked at first: what comes after it takes a while. */
  private static int port() {
    int port = chosenPort();
    try (ServerSocket probe = new ServerSocket()) {
      probe.bind(new InetSocketAddress(InetAddress.ofLiteral(HOST), port));
      return port;
    } catch (IOException inUse) {
      throw new CannotStart(
          "Port %d is in use by another process; PORT=%d ./mvnw mn:run takes another port"
              .formatted(port, port == HIGHEST_PORT ? DEFAULT_PORT : port + 1));
    }
  }

  private static int chosenPort() {
    String chosen = System.getenv("PORT");
    if (chosen == null || chosen.isBlank()) {
      return DEFAULT_PORT;
    }
    try {
      int port = Integer.parseInt(chosen.strip());
      if (port > 0 && port <= HIGHEST_PORT) {
        return port;
      }
    } catch (NumberFormatException malformed) {
      // answered below
    }
    throw new CannotStart("PORT is not a port number: " + chosen);
  }

  private void end(String reason) {
    String where = Files.exists(log.file()) ? " The log is in " + log.file() + "." : "";
    System.err.println("boxtribute-server: " + reason + "." + where);
    System.exit(1);
  }

  private static String inOneLine(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String message = cause.getMessage() == null ? cause.toString() : cause.getMessage();
    return message.strip().lines().findFirst().orElse("").replaceFirst("\\.$", "");
  }
}
