package org.boxtribute.server;

import java.util.LinkedHashMap;
import java.util.Map;
import org.boxtribute.server.persistence.DatabaseAddress;
import org.jspecify.annotations.Nullable;

/**
 * Reads the environment variables that operators configure the server with, and turns them into the
 * properties of the application. The names are those of the reference implementation.
 */
final class Environment {
  private static final int MYSQL_DEFAULT_PORT = 3306;

  private final Map<String, String> variables;
  private final Map<String, Object> properties = new LinkedHashMap<>();

  private Environment(Map<String, String> variables) {
    this.variables = variables;
  }

  /** A variable is missing or malformed; the message is one line that names it. */
  static final class Invalid extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Invalid(String message) {
      super(message, null, false, false);
    }
  }

  /**
   * The application's properties.
   *
   * @throws Invalid if a variable is missing or malformed
   */
  static Map<String, Object> properties(Map<String, String> variables) {
    Environment environment = new Environment(variables);
    environment.readDatabase("default", "MYSQL_", null);
    if (environment.hasReplica()) {
      environment.readDatabase("replica", "MYSQL_REPLICA_", "MYSQL_");
    }
    environment.readAuth0();
    environment.properties.put(
        "boxtribute.environment", environment.choice("ENVIRONMENT", "production"));
    return Map.copyOf(environment.properties);
  }

  private boolean hasReplica() {
    return optional("MYSQL_REPLICA_SOCKET") != null || optional("MYSQL_REPLICA_HOST") != null;
  }

  private void readDatabase(String name, String prefix, @Nullable String fallback) {
    String socket = optional(prefix + "SOCKET");
    String host = socket == null ? required(prefix + "HOST") : "localhost";
    DatabaseAddress address =
        new DatabaseAddress(
            host,
            port(prefix + "PORT", fallback == null ? null : fallback + "PORT"),
            socket,
            requiredOr(prefix + "DB", fallback == null ? null : fallback + "DB"));
    String source = "datasources." + name + ".";
    properties.put(source + "url", address.jdbcUrl());
    properties.put(
        source + "username",
        requiredOr(prefix + "USER", fallback == null ? null : fallback + "USER"));
    properties.put(
        source + "password",
        requiredOr(prefix + "PASSWORD", fallback == null ? null : fallback + "PASSWORD"));
  }

  private void readAuth0() {
    properties.put("boxtribute.auth0.domain", required("AUTH0_DOMAIN"));
    properties.put("boxtribute.auth0.audience", required("AUTH0_AUDIENCE"));
    putIfPresent("boxtribute.auth0.public-key", "AUTH0_PUBLIC_KEY");
    putIfPresent("boxtribute.auth0.client-id", "AUTH0_CLIENT_ID");
    putIfPresent("boxtribute.auth0.client-secret", "AUTH0_CLIENT_SECRET");
  }

  private void putIfPresent(String property, String variable) {
    String value = optional(variable);
    if (value != null) {
      properties.put(property, value);
    }
  }

  private int port(String name, @Nullable String fallback) {
    String text = optional(name);
    if (text == null && fallback != null) {
      return port(fallback, null);
    }
    if (text == null) {
      return MYSQL_DEFAULT_PORT;
    }
    try {
      int port = Integer.parseInt(text);
      if (port > 0 && port < 65536) {
        return port;
      }
    } catch (NumberFormatException malformed) {
      // answered below
    }
    throw new Invalid(name + " is not a port number: " + text);
  }

  private String choice(String name, String otherwise) {
    String value = optional(name);
    return value == null ? otherwise : value;
  }

  private String requiredOr(String name, @Nullable String fallback) {
    String value = variables.get(name);
    return value == null && fallback != null ? required(fallback) : required(name);
  }

  private String required(String name) {
    String value = variables.get(name);
    if (value == null || (value.isBlank() && !name.endsWith("PASSWORD"))) {
      throw new Invalid(name + " is not set");
    }
    return value;
  }

  private @Nullable String optional(String name) {
    String value = variables.get(name);
    return value == null || value.isBlank() ? null : value;
  }
}
