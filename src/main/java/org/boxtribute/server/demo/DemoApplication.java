package org.boxtribute.server.demo;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.boxtribute.server.Application;
import org.boxtribute.server.persistence.DatabaseAddress;

/** Starts the server on the demo's data, with nothing to install or to configure. */
public final class DemoApplication {
  private static final String DOMAIN = "issuer.demo.invalid";
  private static final String AUDIENCE = "boxtribute-demo";
  private static final String GREETED_USER = "coordinator@lantern.example.org";
  private static final String FIRST_QUERY =
      "{ boxes(baseId: 1) { totalCount elements { labelIdentifier state product { name } } } }";

  private DemoApplication() {}

  /** Runs until the process is told to end; the data stay for the next start. */
  public static void main(String[] arguments) {
    LocalTokenIssuer issuer = new LocalTokenIssuer(DOMAIN, AUDIENCE, Clock.systemUTC());
    String token = issuer.issue(DemoUsers.find(GREETED_USER).orElseThrow());
    DatabaseAddress database;
    try {
      database = DemoDatabase.open(CacheFolder.path().resolve("demo"));
    } catch (EmbeddedDatabase.InUse inUse) {
      System.err.println("boxtribute-server: " + inUse.getMessage());
      System.exit(1);
      return;
    }
    ApplicationContext context =
        Application.builder(arguments)
            .properties(properties(database, issuer, token))
            .singletons(new DemoTokenIssuer(issuer))
            .start();
    greet(context.getBean(EmbeddedServer.class).getURI(), token);
  }

  private static Map<String, Object> properties(
      DatabaseAddress database, LocalTokenIssuer issuer, String token) {
    Map<String, Object> properties = new HashMap<>();
    properties.put("datasources.default.url", database.jdbcUrl());
    properties.put("datasources.default.username", EmbeddedDatabase.USER);
    properties.put("datasources.default.password", "");
    properties.put("flyway.datasources.default.locations", DemoDatabase.LOCATIONS);
    properties.put("boxtribute.environment", "development");
    properties.put("boxtribute.apps", List.of("app", "api", "shared"));
    properties.put("boxtribute.explorer-token", token);
    properties.put("boxtribute.auth0.domain", DOMAIN);
    properties.put("boxtribute.auth0.audience", AUDIENCE);
    properties.put("boxtribute.auth0.public-key", issuer.publicKeyPem());
    return properties;
  }

  private static void greet(URI server, String token) {
    System.out.printf(
        """

        Boxtribute runs with the demo's data. The explorer, signed in as %s:

            %s

        The boxes of base 1, from a terminal:

            curl -s %s -H 'Content-Type: application/json' -H 'Authorization: Bearer %s' -d '%s'

        """,
        GREETED_USER,
        server.resolve("/graphql"),
        server.resolve("/graphql"),
        token,
        "{\"query\": \"" + FIRST_QUERY + "\"}");
    System.out.flush();
  }
}
