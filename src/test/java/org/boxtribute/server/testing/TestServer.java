package org.boxtribute.server.testing;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.boxtribute.server.persistence.DatabaseAddress;
import org.jooq.DSLContext;

/**
 * The server, over a database with the demo data. One is shared by all tests of a run that read,
 * and one by all that write; a test that needs other properties or a database of its own starts
 * another one.
 */
public final class TestServer implements AutoCloseable {
  private final EmbeddedServer server;

  private TestServer(EmbeddedServer server) {
    this.server = server;
  }

  /** The server of the tests that read, started by the first who asks for it. */
  public static TestServer shared() {
    return Holder.SHARED;
  }

  /**
   * The server of the tests that write. Each of them leaves the rows that the demo data has as the
   * others expect them, and expects no more than these.
   */
  public static TestServer forWrites() {
    return WritesHolder.SHARED;
  }

  private static final class WritesHolder {
    static final TestServer SHARED = withDemoData("boxtribute_test_writes", Map.of());
  }

  private static final class Holder {
    static final TestServer SHARED = withDemoData("boxtribute_test", Map.of());
  }

  /** Starts a server over a new database with the demo data. */
  public static TestServer withDemoData(String database, Map<String, Object> properties) {
    Map<String, Object> all = new HashMap<>();
    all.put(
        "boxtribute.migrations.locations",
        List.of("classpath:db/migration", "classpath:db/reference", "classpath:db/demo"));
    all.putAll(properties);
    return over(TestDatabase.server().create(database), all);
  }

  /** Starts a server over a database as it is. */
  public static TestServer over(DatabaseAddress database, Map<String, Object> properties) {
    Map<String, Object> all = new HashMap<>();
    all.put("micronaut.server.port", -1);
    all.put("datasources.default.url", database.jdbcUrl());
    all.put("datasources.default.username", TestDatabase.server().user());
    all.put("datasources.default.password", TestDatabase.server().password());
    all.put("boxtribute.environment", "development");
    all.put("boxtribute.apps", List.of("api", "app", "shared"));
    all.put("boxtribute.auth0.domain", TestIssuer.DOMAIN);
    all.put("boxtribute.auth0.audience", TestIssuer.AUDIENCE);
    all.put("boxtribute.auth0.public-key", TestIssuer.publicKeyPem());
    all.put("test.strategies", System.getProperty("test.strategies", "server"));
    all.putAll(properties);
    return TestRun.untilTheEnd(
        new TestServer(
            ApplicationContext.builder()
                .properties(all)
                .environments("test")
                .run(EmbeddedServer.class)));
  }

  /** A client of the full API. */
  public Client as(TestUser user) {
    return client("/graphql", user);
  }

  /** A client of an API for a user. */
  public Client client(String path, TestUser user) {
    return new Client(uri().resolve(path), TestIssuer.token(user));
  }

  /** A client of an API that sends no token. */
  public Client anonymous(String path) {
    return new Client(uri().resolve(path), null);
  }

  /** A token that this server accepts. */
  public String token(TestUser user) {
    return TestIssuer.token(user);
  }

  /** The variables that make a server of another process accept the same tokens. */
  public static Map<String, String> issuerVariables() {
    return Map.of(
        "AUTH0_DOMAIN", TestIssuer.DOMAIN,
        "AUTH0_AUDIENCE", TestIssuer.AUDIENCE,
        "AUTH0_PUBLIC_KEY", TestIssuer.publicKeyPem());
  }

  /** Where the server listens. */
  public URI uri() {
    return server.getURI();
  }

  /** The server's database, for preparing and for looking at what a request left behind. */
  public DSLContext sql() {
    return server.getApplicationContext().getBean(DSLContext.class);
  }

  /** A bean of the server. */
  public <T> T bean(Class<T> type) {
    return server.getApplicationContext().getBean(type);
  }

  /** The statements that the server sends while it does something. */
  public List<String> statementsOf(Runnable work) {
    StatementCounter counter = bean(StatementCounter.class);
    counter.reset();
    work.run();
    return counter.statements();
  }

  /** Stops the server, unless it has been stopped; at the latest, the end of the run does. */
  @Override
  public void close() {
    if (server.isRunning()) {
      server.close();
    }
  }
}
