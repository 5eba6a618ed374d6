package org.boxtribute.server.lambda;

import io.micronaut.context.ApplicationContext;
import java.util.HashMap;
import java.util.Map;
import org.boxtribute.server.Application;
import org.boxtribute.server.Environment;

/** Starts the application as a function. */
final class FunctionApplication {

  /** As {@code application-function.properties} has it for the database that is always there. */
  private static final Map<String, Object> REPLICA_POOL =
      Map.of(
          "datasources.replica.maximum-pool-size", 1,
          "datasources.replica.minimum-idle", 0,
          "datasources.replica.connection-timeout", 5000,
          "datasources.replica.allow-pool-suspension", true);

  /**
   * For how many milliseconds after its use the pool takes a connection to be alive: none, for an
   * instance may have been frozen meanwhile. There is no key for it.
   */
  private static final String TRUST_IN_CONNECTIONS = "com.zaxxer.hikari.aliveBypassWindowMs";

  private FunctionApplication() {}

  /**
   * Starts it with the configuration in environment variables.
   *
   * @throws Environment.Invalid if one is missing or malformed, after a line that names it
   */
  static ApplicationContext start(Map<String, String> variables) {
    System.setProperty(TRUST_IN_CONNECTIONS, "0");
    try {
      return start(new HashMap<>(Environment.properties(variables)), "function");
    } catch (Environment.Invalid invalid) {
      System.err.println("boxtribute-server: " + invalid.getMessage());
      throw invalid;
    }
  }

  /** Starts it with properties, which get more of them. */
  static ApplicationContext start(Map<String, Object> properties, String... environments) {
    if (properties.containsKey("datasources.replica.url")) {
      REPLICA_POOL.forEach(properties::putIfAbsent);
    }
    return ApplicationContext.builder()
        .mainClass(Application.class)
        .deduceEnvironment(false)
        .deduceCloudEnvironment(false)
        .environments(environments)
        .properties(properties)
        .start();
  }
}
